//! The map.

use domain::{Character, Key, OrganizationId};
use picture::map::Legend;
use picture::{DisplayList, Theme};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MapRequest;

/// The map with what stands around it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MapView {
    pub list: DisplayList,
    pub legend: Legend,
    /// Every partner in words, for the outline beside the map.
    pub outline: Vec<OutlineGroup>,
}

/// Partners of one kind, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutlineGroup {
    pub kind: Key,
    pub name: String,
    pub partners: Vec<OutlinePartner>,
}

/// A partner in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutlinePartner {
    pub id: OrganizationId,
    pub name: String,
    pub character: Character,
    /// "integrates with Tidewater; refers to Fernhill Commerce".
    pub relationships: String,
    /// A wish, not a company yet.
    pub placeholder: bool,
}

/// A node put somewhere by hand: it stays there.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapMove {
    /// Which node.
    pub id: OrganizationId,
    /// To the right, in map units.
    pub x: f64,
    /// Downward, in map units.
    pub y: f64,
}

/// What a picture file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PictureFormat {
    Svg,
    Png,
}

/// The map as a picture.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapPicture {
    /// The file's format.
    pub format: PictureFormat,
    /// In which colors.
    pub theme: Theme,
    /// Pixels for each of the picture's own, 1 to 4; only a PNG has any.
    pub scale: f32,
    /// How wide it is, in pixels of its own; none takes the size at which shapes are as large as they were made. Names
    /// that a window of this width leaves out are left out.
    #[serde(default)]
    #[ts(optional)]
    pub width: Option<f32>,
    /// What is shown, for whom.
    pub look: MapRequest,
}

/// A picture to write where the person says.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MapExport {
    pub job: String,
    pub picture: MapPicture,
}
