//! One process at a time on an embedded database (reliability.md, settings to pin).

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Why the database is not ours.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process works on it.
    #[error("another process uses {}; stop it first", .0.display())]
    Taken(PathBuf),
    /// The file cannot be made or locked.
    #[error("{} cannot be opened: {cause}", path.display())]
    Unusable {
        /// The database.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// The embedded database is ours until this is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Take the embedded database, and make its folder and file when absent: for the owner only, since it holds membership of a political network.
///
/// # Errors
/// [`LockError::Taken`] while another process has it, [`LockError::Unusable`] when the folder or a file cannot be made.
pub fn take(database: &Path) -> Result<Lock, LockError> {
    let unusable = |cause| LockError::Unusable { path: database.to_owned(), cause };
    if let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(unusable)?;
    }
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    let file = private(Path::new(&name)).map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(LockError::Taken(database.to_owned())),
        Err(TryLockError::Error(cause)) => return Err(unusable(cause)),
    }
    // SQLite gives its journal files the mode of the database
    private(database).map_err(unusable)?;
    Ok(Lock { _file: file })
}

fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_second_taker_is_refused_until_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("data/vliegwiel.db");

        let first = take(&database).unwrap();
        let second = take(&database);
        drop(first);

        assert!(matches!(second, Err(LockError::Taken(_))));
        assert!(take(&database).is_ok());
    }

    #[test]
    fn the_files_are_for_the_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("data/vliegwiel.db");

        let _lock = take(&database).unwrap();

        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&database), 0o600);
        assert_eq!(mode(&folder.path().join("data")), 0o700);
    }
}
