//! What a use case made: it is told to the receipt, which here notes it down instead of rendering it.

use std::sync::OnceLock;

use vliegwiel_application::receipts::Answer;
use vliegwiel_application::{Error, Result};

/// A note of one thing.
pub struct Note<T>(OnceLock<T>);

impl<T: Clone> Note<T> {
    /// Nothing noted yet.
    pub const fn blank() -> Self {
        Self(OnceLock::new())
    }

    /// Note it down; the answer is for nobody.
    pub fn take(&self, thing: T) -> Answer {
        self.0.set(thing).ok();
        Answer { status: 200, location: None, etag: None, body: String::new() }
    }

    /// What was noted.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nothing was.
    pub fn read(&self) -> Result<T> {
        self.0.get().cloned().ok_or(Error::NotFound)
    }
}
