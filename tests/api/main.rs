//! The API as a caller sees it: one file for each capability.

mod access;
mod contract;
mod founding_plans;
mod house;
mod layers;
mod meetings;
mod organizations;
