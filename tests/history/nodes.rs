//! Nodes of the product as an operator runs them, to be killed.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

/// The secret of the installation, the same for every node and for the test that signs people in.
pub const SECRET: [u8; 32] =
    *b"\x01\x9a\x5c\xe3\x77\x10\xf4\x2b\x88\xd1\x36\x6e\xa5\x0c\x93\x41\xbe\x29\x7d\xc8\x14\x60\xef\x52\x07\xab\x3d\x99\xc4\x1e\x70\xd6";

/// Where the nodes listen now; a node that is down has no address.
#[derive(Clone, Default)]
pub struct Addresses(Arc<Mutex<Vec<Option<String>>>>);

impl Addresses {
    /// The address of the node for this turn, or of another that is up.
    pub fn of(&self, turn: usize) -> Option<String> {
        let known = self.0.lock().unwrap();
        let count = known.len().max(1);
        (0..count).find_map(|step| known.get((turn + step) % count).cloned().flatten())
    }

    fn set(&self, node: usize, address: Option<String>) {
        self.0.lock().unwrap()[node] = address;
    }
}

/// Nodes on one database.
pub struct Nodes {
    /// Where they listen.
    pub addresses: Addresses,
    database_url: String,
    folder: TempDir,
    running: Vec<Option<Child>>,
}

impl Nodes {
    /// Start so many.
    pub fn start(count: usize, database_url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret"), SECRET).unwrap();
        let addresses = Addresses(Arc::new(Mutex::new(vec![None; count])));
        let running = (0..count).map(|_| None).collect();
        let mut nodes = Self { addresses, database_url: database_url.to_owned(), folder, running };
        (0..count).for_each(|node| nodes.revive(node));
        nodes
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.running.len()
    }

    /// Pull the plug of a node: SIGKILL, whatever it is doing.
    pub fn kill(&mut self, node: usize) {
        if let Some(mut child) = self.running[node].take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        self.addresses.set(node, None);
    }

    /// Ask a node to stop: SIGTERM.
    pub fn terminate(&self, node: usize) {
        let id = self.running[node].as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Wait until a node has stopped by itself. Returns its exit code.
    pub fn wait(mut self, node: usize) -> Option<i32> {
        self.running[node].take().unwrap().wait().unwrap().code()
    }

    /// Start a node, and wait until it listens.
    pub fn revive(&mut self, node: usize) {
        let mut child = self.command().stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Vliegwiel: ").unwrap_or_else(|| panic!("the node did not start: {line:?}")).to_owned();
        self.running[node] = Some(child);
        self.addresses.set(node, Some(address));
    }

    fn command(&self) -> Command {
        let mut command = Command::new(binary());
        command.current_dir(self.folder.path()).env_clear().env("VLIEGWIEL_LOG", "error");
        command.env("DATABASE_URL", &self.database_url);
        command.args(["serve", "--bind", "127.0.0.1:0", "--secret-file", "secret", "--local-mailbox", "--no-worker"]);
        command.args(["--rate-per-address", "0", "--rate-per-account", "0", "--rate-per-organization", "0"]);
        command
    }
}

impl Drop for Nodes {
    fn drop(&mut self) {
        (0..self.running.len()).for_each(|node| self.kill(node));
    }
}

/// The binary of this build: cargo puts it beside the folder of the test.
fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let binary = test.parent().and_then(Path::parent).unwrap().join("vliegwiel");
    assert!(binary.exists(), "build the product first: cargo build --bin vliegwiel");
    binary
}
