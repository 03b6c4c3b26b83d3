//! The API as a caller sees it: one file for each capability.

mod access;
mod contract;
mod house;
mod layers;
mod meetings;
mod organizations;
mod registrations;
