//! `template`: what the next client's workspace begins with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::NameArgument;

#[derive(Subcommand)]
pub enum Template {
    /// Write kinds, lens rules, metrics, playbooks, documents and brand of a workspace, and nothing of its client;
    /// `new --template` begins with it
    Save(TemplateSave),
}

#[derive(Args)]
pub struct TemplateSave {
    /// The workspace file
    pub file: PathBuf,
    /// What the template is called
    #[arg(long, default_value = "House template")]
    pub name: NameArgument,
    /// Where to write it: a name that ends in .ecotone-template
    #[arg(long)]
    pub out: PathBuf,
}
