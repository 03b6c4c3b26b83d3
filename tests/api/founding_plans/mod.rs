//! Founding plans: written together, reviewed by the office, decided by the board.

mod course;
mod decisions;
mod drafting;
mod members;
mod reading;
