//! Organizations with their tags and custom fields, and people.

use domain::{ContactId, Key, OrganizationId, PersonId, TagId};

use uuid::Uuid;

use crate::row::table;

table!(Organization, "organization", OrganizationId, keys 1, order "id", {
    id: "id",
    name: "name",
    kind: "kind",
    stage: "stage",
    tier: "tier",
    owner: "owner_person" "owner_function",
    group: "group",
    region: "region",
    website: "website",
    since: "since",
    notes: "notes",
    placeholder: "placeholder",
    active: "active",
});

table!(Person, "person", PersonId, keys 1, order "id", {
    id: "id",
    name: "name",
    function: "function",
    email: "email",
});

table!(Contact, "contact", ContactId, keys 1, order "id", {
    id: "id",
    organization: "organization",
    name: "name",
    role: "role",
    email: "email",
    phone: "phone",
});

table!(Tag, "tag", TagId, keys 1, order "position, id", {
    id: "id",
    name: "name",
    color: "color",
    position: "position",
});

table!(OrganizationTag, "organization_tag", (OrganizationId, TagId), keys 2, order "organization, tag", {
    organization: "organization",
    tag: "tag",
});

table!(CustomField, "custom_field", Key, keys 1, order "position, \"key\"", {
    key: "key",
    noun: "noun",
    name: "name",
    kind: "type",
    choices: "choices",
    audience: "audience",
    position: "position",
});

table!(CustomValue, "custom_value", (Key, Uuid), keys 2, order "field, \"row\"", {
    field: "field",
    row: "row",
    value: "value",
});
