//! The workspace file from outside: what a user, a crash and a hostile file may expect of it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what went wrong by panicking")]

mod audiences;
mod backups;
mod broken_disk;
mod deletes;
mod erasing;
mod handles;
mod holding;
mod hostile;
mod killed;
mod nouns;
mod random;
mod sample;
mod steps;
