//! The API as a caller sees it: one file for each capability.

mod access;
mod accounts;
mod affiliations;
mod areas;
mod contract;
mod demo;
mod evaluations;
mod founding_plans;
mod house;
mod layers;
mod matrix;
mod meetings;
mod memberships;
mod networks;
mod organizations;
mod persons;
mod positions;
mod registrations;
mod sessions;
mod units;
mod working_groups;
