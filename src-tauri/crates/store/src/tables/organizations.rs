//! Organizations and people.

use domain::{ContactId, OrganizationId, PersonId};

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
