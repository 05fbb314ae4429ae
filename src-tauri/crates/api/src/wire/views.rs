//! How the map is looked at: what is left out, what colors and sizes say, what it is compared with; and saved views.

use domain::{Audience, Character, Field, Filter, Key, LockedPlanId, OrganizationId, ScenarioId, ViewId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KindForm, MapStyle, RingsBy};

/// What is shown of the map, and how.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct MapRequest {
    /// What position means.
    pub style: MapStyle,
    /// The view whose places count; none takes the style's default view.
    pub view: Option<ViewId>,
    /// What is left out and what is told apart.
    pub settings: ViewSettings,
    /// Who looks: nothing is shown that they may not see.
    pub audience: Audience,
    /// Lay everyone out again, beginning where they lie.
    pub tidy_up: bool,
}

impl Default for MapRequest {
    /// Everything, for ourselves.
    fn default() -> Self {
        Self {
            style: MapStyle::default(),
            view: None,
            settings: ViewSettings::default(),
            audience: Audience::Internal,
            tidy_up: false,
        }
    }
}

/// What a saved view keeps beside its style and places.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ViewSettings {
    /// Only these.
    pub filter: Filter,
    /// Only these and who is near them.
    pub focus: Option<Focus>,
    /// Seen from this organization instead of us.
    pub center: Option<OrganizationId>,
    /// What groups stand for; none takes the groups given by hand.
    pub group_by: Option<Field>,
    /// No outlines around groups.
    pub ungrouped: bool,
    /// What colors say; none takes the kinds.
    pub color_by: Option<Field>,
    /// What sizes say; none takes revenue won together.
    pub size_by: Option<Field>,
    /// How strongly groups are kept apart, 0 to 1; none takes the style's own.
    pub separate: Option<f64>,
    /// What rings mean; none takes tiers where there are any.
    pub rings_by: Option<RingsBy>,
    /// How kinds are set apart; none takes lanes.
    pub form: Option<KindForm>,
    /// What changes are counted from.
    pub compare: Option<Compare>,
    /// Groups that are folded into one node.
    pub folded: Vec<String>,
    /// Where the view looks; none fits everything.
    pub camera: Option<ViewCamera>,
}

/// Organizations and their surroundings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Focus {
    /// The middle.
    pub organizations: Vec<OrganizationId>,
    /// How many relationships away, 1 to 3; 0 shows them alone, as a path does.
    pub hops: u8,
}

/// What a map is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "with", content = "id", rename_all = "snake_case", deny_unknown_fields)]
pub enum Compare {
    /// The workspace without any scenario's differences.
    Expected,
    /// Another scenario.
    Scenario(ScenarioId),
    /// The plan as of a date.
    LockedPlan(LockedPlanId),
}

/// Where a view looks, in map units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ViewCamera {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
}

/// A field that filters, groups, colors or sizes may use.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldView {
    /// As a filter writes it.
    pub field: Field,
    /// On the screen.
    pub name: String,
    /// Words to choose from; none where there are too many of them, or only figures.
    pub words: Vec<FieldWord>,
    /// The least and the most figure.
    pub range: Option<[f64; 2]>,
}

/// A word of a field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldWord {
    /// As a filter writes it; empty for "not set".
    pub word: String,
    /// On the screen.
    pub name: String,
    /// How many partners have it.
    pub count: u32,
}

/// Whose fields.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FieldsRequest {
    /// Fields that these may not see are left out.
    pub audience: Audience,
}

/// The saved views, by name.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SavedView {
    pub id: ViewId,
    pub name: String,
    pub style: MapStyle,
    /// The one that its style opens with: it cannot be removed.
    pub is_default: bool,
    pub settings: ViewSettings,
}

/// Keeps a view: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ViewSave {
    pub id: Option<ViewId>,
    pub name: String,
    pub style: MapStyle,
    pub settings: ViewSettings,
}

/// Which view.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ViewRequest {
    pub id: ViewId,
}

/// How a partner differs from what the map is compared with, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Difference {
    pub id: OrganizationId,
    pub name: String,
    /// "was transactional; new tier Gold".
    pub words: String,
    pub kind: Key,
    pub character: Character,
}
