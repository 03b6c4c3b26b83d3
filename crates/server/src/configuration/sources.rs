//! Where a value comes from: flag before environment before file.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use strum::IntoEnumIterator;

use super::settings::{Setting, Shape};

/// A value that cannot be used, said in one line: where it stands, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{origin}: {problem}")]
pub struct Wrong {
    /// The flag, variable, or key and file.
    pub origin: String,
    /// What is wrong and what would be right.
    pub problem: String,
}

/// Values of the command line; a switch that was given is `true`.
pub type Flags = BTreeMap<Setting, String>;

/// How to ask for a variable of the environment.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// A value with the place it came from.
#[derive(Clone)]
pub struct Found {
    setting: Setting,
    value: String,
    origin: String,
}

impl Found {
    /// The value as it was written.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Read it, or say what it should be. The value is repeated in the message unless it may hold a password.
    ///
    /// # Errors
    /// [`Wrong`] when `read` gives nothing.
    pub fn read<T>(&self, read: impl FnOnce(&str) -> Option<T>, expected: &str) -> Result<T, Wrong> {
        read(&self.value).ok_or_else(|| {
            self.wrong(match self.setting.shape() {
                Shape::Confidential(_) => format!("the value is not {expected}"),
                Shape::Value(_) | Shape::Switch => format!("{:?} is not {expected}", self.value),
            })
        })
    }

    /// This value is the cause of `problem`.
    #[must_use]
    pub fn wrong(&self, problem: String) -> Wrong {
        Wrong { origin: self.origin.clone(), problem }
    }
}

/// All places a value can come from.
pub struct Sources<'a> {
    flags: &'a Flags,
    environment: Environment<'a>,
    file: BTreeMap<Setting, Found>,
}

impl<'a> Sources<'a> {
    /// Open the places, and read the file if one is named.
    ///
    /// # Errors
    /// [`Wrong`] when the file cannot be read, is not TOML, or holds a key that does not exist.
    pub fn open(flags: &'a Flags, environment: Environment<'a>) -> Result<Self, Wrong> {
        let mut sources = Self { flags, environment, file: BTreeMap::new() };
        if let Some(path) = sources.find(Setting::Config)? {
            sources.file = read_file(&path)?;
        }
        Ok(sources)
    }

    /// The value that counts. An empty variable counts as absent, as compose files leave them.
    ///
    /// # Errors
    /// [`Wrong`] when the variable is not text.
    pub fn find(&self, setting: Setting) -> Result<Option<Found>, Wrong> {
        if let Some(value) = self.flags.get(&setting) {
            return Ok(Some(Found { setting, value: value.clone(), origin: format!("--{}", setting.name()) }));
        }
        match (self.environment)(setting.variable()) {
            Some(value) if !value.is_empty() => {
                let origin = setting.variable().to_owned();
                match value.into_string() {
                    Ok(value) => Ok(Some(Found { setting, value, origin })),
                    Err(_) => Err(Wrong { origin, problem: "the value is not text in UTF-8".to_owned() }),
                }
            }
            _ => Ok(self.file.get(&setting).cloned()),
        }
    }
}

fn read_file(path: &Found) -> Result<BTreeMap<Setting, Found>, Wrong> {
    let text = std::fs::read_to_string(Path::new(path.value()))
        .map_err(|error| path.wrong(format!("{:?} cannot be read: {error}", path.value())))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).map_or(1, |before| before.lines().count().max(1)));
        path.wrong(format!("{:?} is not TOML: line {line}: {}", path.value(), error.message()))
    })?;
    table.into_iter().map(|(key, value)| entry(path, &key, &value)).collect()
}

fn entry(path: &Found, key: &str, value: &toml::Value) -> Result<(Setting, Found), Wrong> {
    let origin = format!("{key} in {}", path.value());
    let Some(setting) = Setting::iter().find(|setting| setting.name() == key && *setting != Setting::Config) else {
        return Err(Wrong { origin, problem: "there is no such setting; `vliegwiel serve --help` lists them".to_owned() });
    };
    let value = match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Boolean(is_on) => is_on.to_string(),
        _ => return Err(Wrong { origin, problem: "write it as \"text\", true or false".to_owned() }),
    };
    Ok((setting, Found { setting, value, origin }))
}
