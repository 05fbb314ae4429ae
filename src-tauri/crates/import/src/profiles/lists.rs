//! Lists that people make themselves.

use super::Profile;
use crate::Noun;

/// See the module.
pub static PROFILES: &[Profile] = &[Profile {
    key: "partner_list",
    name: "A list of partners",
    noun: Noun::Organizations,
    system: "file",
    signature: &[&["partnercompany", "partnername", "partner"], &["partnertype", "tier", "partnertier"]],
    columns: &[
        ("partnercompany", "name"),
        ("partnername", "name"),
        ("partner", "name"),
        ("partnertype", "kind"),
        ("partnerarchetype", "group"),
        ("relationshipnotes", "notes"),
        ("partnermanager", "owner"),
        ("partnerprogramstatus", "stage"),
    ],
    constants: &[],
    is_crm: false,
    report: None,
}];
