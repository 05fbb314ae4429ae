//! Saved views, placements, scenes and the settings of documents.

use domain::{OrganizationId, PlanDocumentId, SceneId, ViewId};

use crate::row::table;

table!(View, "view", ViewId, keys 1, order "id", {
    id: "id",
    name: "name",
    style: "style",
    is_default: "is_default",
    settings: "settings",
});

table!(Placement, "placement", (ViewId, OrganizationId), keys 2, order "view, organization", {
    view: "view",
    organization: "organization",
    x: "x",
    y: "y",
    pinned: "pinned",
});

table!(Scene, "scene", SceneId, keys 1, order "id", {
    id: "id",
    view: "view",
    title: "title",
    notes: "notes",
    minutes: "minutes",
    position: "position",
});

table!(PlanDocument, "plan_document", PlanDocumentId, keys 1, order "id", {
    id: "id",
    name: "name",
    audience: "audience",
    language: "language",
    settings: "settings",
});
