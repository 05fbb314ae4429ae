//! Other names, the ids of other programs, and saved mappings of files.

use domain::{ImportMappingId, Name, OrganizationId};

use crate::row::table;

table!(OrganizationAlias, "organization_alias", (OrganizationId, Name), keys 2, order "organization, name", {
    organization: "organization",
    name: "name",
});

table!(NotDuplicate, "not_duplicate", (OrganizationId, OrganizationId), keys 2, order "\"first\", \"second\"", {
    first: "first",
    second: "second",
});

table!(ForeignId, "foreign_id", ((String, String), String), keys 3, order "noun, system, value", {
    noun: "noun",
    system: "system",
    value: "value",
    row: "row",
});

table!(ImportMapping, "import_mapping", ImportMappingId, keys 1, order "id", {
    id: "id",
    noun: "noun",
    signature: "signature",
    name: "name",
    settings: "settings",
    batch: "batch",
});
