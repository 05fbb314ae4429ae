//! The ecosystem map: as a whole, then in parts on which every name can be read.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use domain::{
    MapExtent, Organization, OrganizationId, OrganizationKind, Paper, Section, SectionContent, SectionKind, Show,
    Standing,
};
use picture::map::details::{details, names};
use picture::svg::{Letters, SvgOptions, write};
use picture::{DisplayList, Rect, Theme};
use press::{CharacterCount, LegendKind, MapDetail, MapPage, NameList};

use super::{Writer, in_list};
use crate::ErrorReply;
use crate::commands::map::draw;
use crate::commands::views::saved;
use crate::earlier::Spots;
use crate::open::OpenWorkspace;
use crate::wire::MapRequest;

/// Smallest name on paper, in points.
const MIN_TEXT: f32 = 7.0;
/// Most pages of parts: a map of thousands is for the screen.
const PARTS_MAX: usize = 40;
/// Names of partners without a place that the map's page lists before it only counts them.
const UNPLACED_MAX: usize = 60;
/// Names that a part's alternative text says.
const SPOKEN_MAX: usize = 40;

/// The map as it was printed last: a title that is typed does not draw it again.
#[derive(Default)]
pub(in crate::loaded) struct PrintedMap(Mutex<Option<(Key, MapPage)>>);

#[derive(PartialEq)]
struct Key {
    content: SectionContent,
    paper: Paper,
    show: Show,
    language: String,
    /// Where everybody lay when it was drawn: the screen's map may have been arranged since.
    spots: Spots,
}

impl Writer<'_> {
    /// The map's page, drawn unless it was drawn like this before.
    pub(super) fn map_page(&self, open: &OpenWorkspace, section: &Section) -> Result<MapPage, ErrorReply> {
        let settings = &self.printed.settings;
        let key = |spots| Key {
            content: section.content.clone(),
            paper: settings.paper,
            show: settings.show,
            language: self.printed.language.clone(),
            spots,
        };
        let look = match section.content {
            SectionContent::Map { extent, .. } => self.look(extent),
            _ => MapRequest::default(),
        };
        let mut kept = self.loaded.printed_map.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = key(open.spots(&look));
        let page = if let Some((_, page)) = kept.as_ref().filter(|(known, _)| *known == now) {
            page.clone()
        } else {
            let page = self.drawn_map(open, section)?;
            *kept = Some((key(open.spots(&look)), page.clone()));
            page
        };
        Ok(MapPage { heading: self.heading(SectionKind::Map), ..page })
    }

    fn drawn_map(&self, open: &OpenWorkspace, section: &Section) -> Result<MapPage, ErrorReply> {
        let SectionContent::Map { extent, legend: with_legend, details: with_details, unplaced, readings, partners } =
            &section.content
        else {
            return Err(ErrorReply::refused("The map's section holds no map."));
        };
        let (list, legend, shown) = draw(open, self.loaded, &self.look(*extent), false)?;
        let details = match extent {
            MapExtent::By(grouping) => self.group_pages(open, *grouping)?,
            MapExtent::Whole | MapExtent::View(_) if *with_details => self.details(&list),
            MapExtent::Whole | MapExtent::View(_) => Vec::new(),
        };
        let mut lists = if *partners { self.names_by_kind(&shown) } else { Vec::new() };
        if *unplaced {
            lists.extend(self.unplaced());
        }
        let kind = |kind: &picture::map::LegendKind| LegendKind {
            name: kind.name.clone(),
            shape: kind.shape,
            color: kind.color.clone(),
            count: kind.count.into(),
        };
        let count = |count: &picture::map::LegendCharacter| CharacterCount {
            character: count.character,
            count: count.count.into(),
        };
        let (svg, size) = drawn(&list, press::map_room(self.printed.settings.paper));
        Ok(MapPage {
            heading: None,
            lead: list.meaning.clone().unwrap_or_default(),
            svg,
            size,
            details,
            legend: if *with_legend { legend.kinds.iter().map(kind).collect() } else { Vec::new() },
            characters: if *with_legend { legend.characters.iter().map(count).collect() } else { Vec::new() },
            known: self.known_words(),
            readings: if *readings { self.readings() } else { Vec::new() },
            lists,
            alt: list.alt,
        })
    }

    /// What a saved view shows; everything where it is gone.
    fn look(&self, extent: MapExtent) -> MapRequest {
        let audience = self.printed.audience;
        let whole = MapRequest { audience, ..MapRequest::default() };
        let MapExtent::View(id) = extent else { return whole };
        let view = self.loaded.workspace.views.iter().find(|view| view.id == id).and_then(saved);
        view.map_or(whole, |view| MapRequest {
            style: view.style,
            view: Some(view.id),
            settings: view.settings,
            audience,
            tidy_up: false,
        })
    }

    /// The parts that carry the names for which the whole has no room; none where all fit on it.
    fn details(&self, list: &DisplayList) -> Vec<MapDetail> {
        let paper = self.printed.settings.paper;
        let whole = fitted(list.bounds, press::map_room(paper));
        let options = SvgOptions { width: Some(whole[0]), min_text: MIN_TEXT, ..SvgOptions::default() };
        if picture::svg::left_out(list, &options).is_empty() {
            return Vec::new();
        }
        let room = press::detail_room(paper);
        let parts = details(list, &|bounds| fitted(bounds, room), MIN_TEXT, PARTS_MAX);
        let of = parts.len().to_string();
        let detail = |(at, part): (usize, &DisplayList)| {
            let spoken = spoken(part);
            let (svg, size) = drawn(part, room);
            let alt =
                self.words.say("map_detail_alt", &[("n", &(at + 1).to_string()), ("of", &of), ("names", &spoken)]);
            MapDetail { title: String::new(), svg, alt, size }
        };
        parts.iter().enumerate().map(detail).collect()
    }

    /// Who is on the map, under the names of their kinds.
    fn names_by_kind(&self, shown: &BTreeSet<OrganizationId>) -> Vec<NameList> {
        let us = self.loaded.workspace.settings.us;
        let list = |kind: &OrganizationKind| {
            let of_kind =
                |partner: &&Organization| partner.kind == kind.key && partner.id != us && shown.contains(&partner.id);
            let own = self.loaded.workspace.organizations.iter().filter(of_kind);
            let mut names: Vec<String> = own.map(|partner| partner.name.to_string()).collect();
            names.sort_by(|a, b| in_list(a).cmp(&in_list(b)));
            NameList { title: kind.name.to_string(), names }
        };
        let lists = self.loaded.workspace.organization_kinds.iter().map(list);
        lists.filter(|list| !list.names.is_empty()).collect()
    }

    fn unplaced(&self) -> Vec<NameList> {
        let unknown = |partner: &&Organization| {
            let standing = self.loaded.assessment.organization(partner.id);
            standing.is_some_and(|standing| standing.standing == Standing::Tray)
        };
        let mut names: Vec<String> =
            self.loaded.workspace.partners().filter(unknown).map(|partner| partner.name.to_string()).collect();
        if names.is_empty() || names.len() > UNPLACED_MAX {
            return Vec::new();
        }
        names.sort_by(|a, b| in_list(a).cmp(&in_list(b)));
        vec![NameList { title: self.words.get("unplaced").to_owned(), names }]
    }
}

/// The names on a picture, for a reader who cannot see it.
pub(super) fn spoken(list: &DisplayList) -> String {
    let mut shown = names(list);
    let all = shown.len();
    shown.truncate(SPOKEN_MAX);
    let more = if all > shown.len() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// The picture as large as `room` allows, with names that can be read.
pub(super) fn drawn(list: &DisplayList, room: [f64; 2]) -> (String, [f64; 2]) {
    let [width, height] = fitted(list.bounds, room);
    let options = SvgOptions {
        letters: Letters::Usvg,
        width: Some(width),
        height: Some(height),
        min_text: MIN_TEXT,
        ..SvgOptions::default()
    };
    (write(list, Theme::Light, &options), [width.into(), height.into()])
}

#[expect(clippy::cast_possible_truncation, reason = "points of a page")]
fn fitted(bounds: Rect, room: [f64; 2]) -> [f32; 2] {
    press::fitted(room, f64::from(bounds.h.max(1.0)) / f64::from(bounds.w.max(1.0))).map(|length| length as f32)
}
