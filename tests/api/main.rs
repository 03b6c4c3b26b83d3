//! The API as a caller sees it: one file for each capability.

mod access;
mod contract;
mod evaluations;
mod house;
mod layers;
mod meetings;
mod memberships;
mod networks;
mod organizations;
mod positions;
mod working_groups;
