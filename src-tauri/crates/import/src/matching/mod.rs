//! Telling whether two rows are the same thing: by ids, by domains, by names, and what only looks alike.

mod by_name;
pub mod claims;
pub mod domain;
pub mod duplicates;
pub mod fuzzy;
pub mod identity;
pub mod name;

pub use by_name::ByName;
