//! Tables of graph tools.

use super::Profile;
use crate::Noun;

/// What a line is called where the tool gives it no type.
const CONNECTED: &str = "connected with";

/// See the module.
pub static PROFILES: &[Profile] = &[
    Profile {
        key: "kumu",
        name: "Kumu elements",
        noun: Noun::Organizations,
        system: "kumu",
        signature: &[&["label"], &["type"], &["description", "tags", "image"]],
        columns: &[
            ("id", "foreign_id"),
            ("label", "name"),
            ("type", "kind"),
            ("description", "notes"),
            ("tags", "tags"),
            ("url", "website"),
            ("website", "website"),
        ],
        constants: &[],
        is_crm: false,
        report: None,
    },
    Profile {
        key: "kumu",
        name: "Kumu connections",
        noun: Noun::Relationships,
        system: "kumu",
        signature: &[&["from"], &["to"], &["direction", "type"]],
        columns: &[
            ("from", "from"),
            ("to", "to"),
            ("type", "kind"),
            ("label", "kind"),
            ("strength", "strength"),
            ("description", "notes"),
        ],
        constants: &[("kind", CONNECTED)],
        is_crm: false,
        report: None,
    },
    Profile {
        key: "gephi",
        name: "Gephi nodes",
        noun: Noun::Organizations,
        system: "gephi",
        signature: &[&["id"], &["label"]],
        columns: &[("id", "foreign_id"), ("label", "name"), ("modularityclass", "group")],
        constants: &[],
        is_crm: false,
        report: None,
    },
    Profile {
        key: "gephi",
        name: "Gephi edges",
        noun: Noun::Relationships,
        system: "gephi",
        signature: &[&["source"], &["target"], &["weight", "type"]],
        columns: &[
            ("source", "from"),
            ("target", "to"),
            ("label", "kind"),
            ("kind", "kind"),
            ("relationship", "kind"),
            ("interaction", "kind"),
        ],
        constants: &[("kind", CONNECTED)],
        is_crm: false,
        report: None,
    },
];
