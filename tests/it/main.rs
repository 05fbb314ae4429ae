//! What a user gets from the whole program without its window: the command line on real files, and `api` under random
//! editing. Owns no rule of its own; each module is one promise.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod actuals;
mod audiences;
mod brand;
mod briefs;
mod command_line;
mod directions;
mod document;
mod ecosystem;
mod editing;
mod fields;
mod forecasting;
mod full_disk;
mod graph;
mod importing;
mod in_german;
mod joint_work;
mod killed;
mod landing;
mod layout;
mod money;
mod motion_plan;
mod network;
mod outcomes;
mod pages;
mod pdf;
mod printed_map;
mod projections;
mod refusals;
mod relationships;
mod report;
mod reports;
mod sample;
mod scenarios;
mod schedule;
mod sections;
mod simulating;
mod timeline;
mod typed;
mod undo;
mod undo_joint_work;
mod undo_plan;
mod undo_relationships;
mod unnamed;
mod views;
