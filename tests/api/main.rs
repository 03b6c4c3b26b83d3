//! The API as a caller sees it: one file for each capability.

mod house;
mod organizations;
