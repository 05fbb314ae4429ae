//! What the rows of a file become, noun by noun. Each reads its rows into drafts and decides for each draft whether it is
//! new, a change, or there already.

pub mod accounts;
pub mod actuals;
pub mod belongings;
pub mod deals;
pub mod kinds;
pub mod motions;
pub mod organizations;
mod outcome;
pub mod owner;
pub mod progress;
pub mod relationships;
pub mod tasks;
