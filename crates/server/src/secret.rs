//! The secret of this installation: every key follows from it.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vliegwiel_application::Randomness;

use crate::configuration::{Configuration, Wrong};

/// Bytes of a secret.
const LENGTH: usize = 32;
/// Fewer different bytes than this is no random secret but a placeholder: with chance it happens less than once in 10^20. Our choice.
const DIFFERENT_MIN: usize = 12;

/// Why there is no secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The operator has to choose another.
    #[error(transparent)]
    Wrong(#[from] Wrong),
    /// It could not be written at the first start.
    #[error("the secret {} cannot be written: {cause}", path.display())]
    Unwritable {
        /// Where it should stand.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// Read the secret; `None` when it is made at the first start, beside the embedded database.
///
/// # Errors
/// [`Wrong`] when a named file is absent or holds no secret, or when PostgreSQL is used without one.
pub fn find(configuration: &Configuration) -> Result<Option<[u8; LENGTH]>, Wrong> {
    match (&configuration.secret_file, beside(configuration)) {
        (Some(path), _) => read(path).map(Some),
        (None, Some(path)) if path.exists() => read(&path).map(Some),
        (None, Some(_)) => Ok(None),
        (None, None) => Err(wrong("--secret-file", "PostgreSQL needs one: 32 random bytes, the same file for every node")),
    }
}

/// Read the secret, or make it at the first start.
///
/// # Errors
/// [`SecretError::Wrong`] with what [`find`] refuses, [`SecretError::Unwritable`] when it cannot be made.
pub fn read_or_make(configuration: &Configuration, randomness: &dyn Randomness) -> Result<[u8; LENGTH], SecretError> {
    match (find(configuration)?, beside(configuration)) {
        (None, Some(path)) => make(path, randomness),
        (Some(secret), _) => Ok(secret),
        (None, None) => Err(wrong("--secret-file", "there is no place to make one").into()),
    }
}

fn beside(configuration: &Configuration) -> Option<PathBuf> {
    configuration.database.file().map(|database| database.with_extension("secret"))
}

fn wrong(origin: impl Into<String>, problem: &str) -> Wrong {
    Wrong { origin: origin.into(), problem: problem.to_owned() }
}

fn read(path: &Path) -> Result<[u8; LENGTH], Wrong> {
    let origin = format!("secret file {}", path.display());
    let bytes = fs::read(path).map_err(|error| wrong(&origin, &format!("it cannot be read: {error}")))?;
    let Some(secret) = decode(&bytes) else {
        return Err(wrong(origin, "it does not hold 32 bytes, raw or in base64; `head -c 32 /dev/urandom` makes them"));
    };
    let is_text = secret.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    if is_text || secret.iter().collect::<BTreeSet<_>>().len() < DIFFERENT_MIN {
        return Err(wrong(origin, "it holds a placeholder; `head -c 32 /dev/urandom` makes a secret"));
    }
    Ok(secret)
}

fn decode(bytes: &[u8]) -> Option<[u8; LENGTH]> {
    if let Ok(raw) = bytes.try_into() {
        return Some(raw);
    }
    STANDARD.decode(bytes.trim_ascii()).ok()?.try_into().ok()
}

fn make(path: PathBuf, randomness: &dyn Randomness) -> Result<[u8; LENGTH], SecretError> {
    let mut secret = [0; LENGTH];
    randomness.fill(&mut secret);
    match write_once(&path, &secret) {
        Ok(()) => Ok(secret),
        Err(cause) => Err(SecretError::Unwritable { path, cause }),
    }
}

fn write_once(path: &Path, secret: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(STANDARD.encode(secret).as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::configuration::settings::Setting;
    use crate::system::OsRandomness;

    fn configuration(settings: &[(Setting, &str)]) -> Configuration {
        let flags: BTreeMap<_, _> = settings.iter().map(|(setting, value)| (*setting, (*value).to_owned())).collect();
        Configuration::gather(&flags, &|_| None).unwrap()
    }

    fn embedded_in(folder: &tempfile::TempDir) -> Configuration {
        let url = format!("sqlite://{}", folder.path().join("vliegwiel.db").display());
        configuration(&[(Setting::DatabaseUrl, &url)])
    }

    fn named(content: &[u8]) -> Result<[u8; LENGTH], SecretError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), content).unwrap();
        read_or_make(&configuration(&[(Setting::SecretFile, file.path().to_str().unwrap())]), &OsRandomness)
    }

    fn random() -> [u8; LENGTH] {
        let mut secret = [0; LENGTH];
        OsRandomness.fill(&mut secret);
        secret
    }

    #[test]
    fn the_first_start_makes_a_secret_for_the_owner_only_and_the_second_finds_it() {
        let folder = tempfile::tempdir().unwrap();

        let first = read_or_make(&embedded_in(&folder), &OsRandomness).unwrap();
        let second = read_or_make(&embedded_in(&folder), &OsRandomness).unwrap();

        let mode = fs::metadata(folder.path().join("vliegwiel.secret")).unwrap().permissions().mode();
        assert_eq!(first, second);
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_named_secret_may_be_raw_or_base64() {
        let secret = random();

        assert_eq!(named(&secret).unwrap(), secret);
        assert_eq!(named(format!("{}\n", STANDARD.encode(secret)).as_bytes()).unwrap(), secret);
    }

    #[test]
    fn placeholders_and_other_lengths_are_refused() {
        let words = b"changeme-changeme-changeme-12345";
        let encoded = STANDARD.encode([b'x'; LENGTH]);
        for content in [&[0; LENGTH][..], words, encoded.as_bytes(), b"", b"short", &[7; 33]] {
            assert!(matches!(named(content), Err(SecretError::Wrong(_))), "{content:?}");
        }
    }

    #[test]
    fn a_named_secret_that_is_absent_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("absent");

        let answer = read_or_make(&configuration(&[(Setting::SecretFile, path.to_str().unwrap())]), &OsRandomness);

        assert!(matches!(answer, Err(SecretError::Wrong(_))));
        assert!(!path.exists());
    }

    #[test]
    fn postgresql_without_a_named_secret_is_refused() {
        let answer = read_or_make(&configuration(&[(Setting::DatabaseUrl, "postgres://u@h/d")]), &OsRandomness);

        assert!(answer.unwrap_err().to_string().starts_with("--secret-file: PostgreSQL needs one"));
    }
}
