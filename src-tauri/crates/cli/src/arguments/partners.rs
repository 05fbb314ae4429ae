//! `organization set`, `organization merge` and `relationship add`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::import::pair;

#[derive(Subcommand)]
pub enum Organization {
    /// Change fields of an organization
    Set(OrganizationSet),
    /// Make two organizations one: everything of the first goes to the second, names are kept
    Merge(OrganizationMerge),
}

#[derive(Args)]
pub struct OrganizationSet {
    /// The workspace file
    pub file: PathBuf,
    /// The organization, by exact name or id
    pub name: String,
    /// What to set, as field=value: name, kind, tier, stage, owner, group, region, website, since, notes, placeholder,
    /// active, tags, or the key of a field of the workspace's own. Tags are added to those there are. Nothing after =
    /// empties stage, tier, owner, group, region, website, since or notes; the others cannot be emptied
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct OrganizationMerge {
    /// The workspace file
    pub file: PathBuf,
    /// The organization that goes, by exact name or id
    pub name: String,
    /// The one that stays, by exact name or id
    #[arg(long)]
    pub into: String,
}

#[derive(Subcommand)]
pub enum Relationship {
    /// Relate two organizations
    Add(RelationshipAdd),
}

#[derive(Args)]
pub struct RelationshipAdd {
    /// The workspace file
    pub file: PathBuf,
    /// Where the line begins, by exact name or id
    pub from: String,
    /// The kind: its key or its reading, such as resells or 'is resold by'
    pub kind: String,
    /// Where the line ends, by exact name or id
    pub to: String,
    /// Further fields, as field=value: status, since, tier, strength (1 to 5), notes; commission, such as '8 % of each
    /// sale, 10 % from 50 a month, 12 months, cookie 30 days' or '5 EUR per lead, once'; and give and get, each as often
    /// as needed, as kind:weight:note, such as give=reach:3:Newsletter
    #[arg(value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}
