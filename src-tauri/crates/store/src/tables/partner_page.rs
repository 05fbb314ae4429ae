//! What stands on the page of one partner.

use domain::{ActivityId, Name, OrganizationId, RelationshipId};

use crate::row::table;

table!(OrganizationRegion, "organization_region", (OrganizationId, Name), keys 2, order "organization, region", {
    organization: "organization",
    region: "region",
});

table!(OrganizationSegment, "organization_segment", (OrganizationId, Name), keys 2, order "organization, segment", {
    organization: "organization",
    segment: "segment",
});

table!(OrganizationLogo, "organization_logo", OrganizationId, keys 1, order "organization", {
    organization: "organization",
    png: "png",
});

table!(Activity, "activity", ActivityId, keys 1, order "id", {
    id: "id",
    organization: "organization",
    date: "date",
    person: "person",
    kind: "kind",
    note: "note",
    next_step: "next_step",
    next_by: "next_by",
    next_done: "next_done",
});

table!(Renewal, "renewal", RelationshipId, keys 1, order "relationship", {
    relationship: "relationship",
    date: "date",
    note: "note",
});
