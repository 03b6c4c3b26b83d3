//! The files of the built web app.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use actix_web::http::header::Encoding;
use actix_web::web::Bytes;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::preload;

/// Where Vite says which file needs which.
const MANIFEST: &str = ".vite/manifest.json";

/// One file with its compressed forms.
#[derive(Debug)]
pub struct StoredFile {
    /// Media type, with the character set of text.
    pub content_type: String,
    /// Differs when the content differs.
    pub tag: String,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

impl StoredFile {
    /// The smallest form among those accepted, and the name of its encoding.
    #[must_use]
    pub fn body(&self, accepted: &[Encoding]) -> (Bytes, Option<&'static str>) {
        let forms = [(Encoding::brotli(), &self.brotli, "br"), (Encoding::gzip(), &self.gzip, "gzip")];
        for (encoding, form, name) in forms {
            if let (true, Some(form)) = (accepted.contains(&encoding), form) {
                return (form.clone(), Some(name));
            }
        }
        (self.plain.clone(), None)
    }
}

/// All files of the built web app, by their address. Empty when it was not built.
#[derive(Debug, Default)]
pub struct WebApp {
    files: HashMap<String, StoredFile>,
    preload: Option<String>,
}

impl WebApp {
    /// Read all files of the folder. Names that begin with a dot and symbolic links are left out.
    ///
    /// # Errors
    /// When a file or folder cannot be read.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let mut contents = HashMap::new();
        gather(folder, "", &mut contents)?;
        let manifest = fs::read(folder.join(MANIFEST)).ok();
        let preload = manifest.and_then(|manifest| preload::links(&manifest));
        let files = contents
            .iter()
            .filter(|(address, _)| !is_compressed_form(address, &contents))
            .map(|(address, plain)| (address.clone(), stored(address, plain, &contents)))
            .collect();
        Ok(Self { files, preload })
    }

    /// The file at this address.
    #[must_use]
    pub fn file(&self, address: &str) -> Option<&StoredFile> {
        self.files.get(address)
    }

    /// The page that every address of the web app begins with.
    #[must_use]
    pub fn shell(&self) -> Option<&StoredFile> {
        self.file("/index.html")
    }

    /// `Link` header of the shell: what the browser can fetch before it reads the page.
    #[must_use]
    pub fn preload(&self) -> Option<&str> {
        self.preload.as_deref()
    }

    /// How many files there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.len()
    }
}

fn gather(folder: &Path, address: &str, contents: &mut HashMap<String, Bytes>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else {
            continue;
        };
        let (kind, address) = (entry.file_type()?, format!("{address}/{name}"));
        if kind.is_dir() {
            gather(&entry.path(), &address, contents)?;
        } else if kind.is_file() {
            contents.insert(address, fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

fn is_compressed_form(address: &str, contents: &HashMap<String, Bytes>) -> bool {
    [".br", ".gz"].iter().any(|ending| address.strip_suffix(ending).is_some_and(|plain| contents.contains_key(plain)))
}

fn stored(address: &str, plain: &Bytes, contents: &HashMap<String, Bytes>) -> StoredFile {
    let form = |ending| contents.get(&format!("{address}{ending}")).cloned();
    StoredFile {
        content_type: content_type(address),
        tag: URL_SAFE_NO_PAD.encode(Sha256::digest(plain)),
        plain: plain.clone(),
        gzip: form(".gz"),
        brotli: form(".br"),
    }
}

fn content_type(address: &str) -> String {
    let kind = mime_guess::from_path(address).first_or_octet_stream();
    let is_text =
        kind.type_() == "text" || matches!(kind.essence_str(), "application/json" | "application/manifest+json" | "image/svg+xml");
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}
