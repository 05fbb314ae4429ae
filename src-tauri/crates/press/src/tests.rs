//! What a reader of the document gets, read off the laid-out pages and the written file.

use std::ops::ControlFlow;

use typst::layout::{Frame, FrameItem, Transform};

use domain::{Paper, SectionKind};

use crate::{Compiled, DocumentInput, Phase, PressError, compile, document, page_size};

mod brief;
#[path = "../tests/specimen/mod.rs"]
mod specimen;

/// The narrowest margin: 14 mm.
const MARGIN: f64 = 39.68;
/// As far as two texts may reach into each other: letters seldom fill their line.
const TOUCH: f64 = 1.0;

#[test]
fn every_kind_of_plan_keeps_its_standards_and_gives_the_same_bytes_twice() {
    let german = DocumentInput { language: "de".into(), ..specimen::full() };
    for (name, plan) in
        [("full", specimen::full()), ("empty", specimen::empty()), ("hostile", specimen::hostile()), ("german", german)]
    {
        let bytes = document(&plan, &go).unwrap_or_else(|error| panic!("{name}: {error}: {:?}", error.detail()));
        for mark in ["/MarkInfo", "/StructTreeRoot", "<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
            assert!(contains(&bytes, mark), "{name} has no {mark}");
        }
        assert!(!contains(&bytes, "/Subtype/Image"), "{name} holds a picture of pixels");
        typst::comemo::evict(0);
        assert!(bytes == document(&plan, &go).unwrap(), "{name} differs the second time");
    }
}

#[test]
fn names_print_as_typed_and_what_no_font_can_show_is_told() {
    let compiled = laid_out(&specimen::hostile());
    let text = text_of(&compiled);
    for name in specimen::HOSTILE {
        assert!(text.contains(name), "{name} is not in the pages");
    }
    assert_eq!(compiled.missing_characters(), ['ᚠ', 'ᚱ']);
}

#[test]
fn no_text_leaves_the_page_or_stands_on_another_on_any_paper() {
    for paper in [Paper::A4, Paper::UsLetter, Paper::Wide] {
        let [width, height] = page_size(paper);
        for (name, plan) in [("full", specimen::full()), ("hostile", specimen::hostile()), ("empty", specimen::empty())]
        {
            let compiled = laid_out(&DocumentInput { paper, draft: true, ..plan });
            for (number, page) in compiled.pages().iter().enumerate() {
                let place = format!("{name} on {paper:?}, page {}", number + 1);
                let edge = if number == 0 { 0.0 } else { MARGIN };
                let boxes = texts_of(&page.frame);
                assert!(!boxes.is_empty(), "{place} is blank");
                for (at, text) in boxes.iter().enumerate() {
                    let inside = text.from >= edge - 1.0 && text.to <= width - edge + 1.0;
                    assert!(inside, "{place}: '{}' from {:.1} to {:.1}", text.text, text.from, text.to);
                    assert!(
                        text.top > 10.0 && text.bottom < height - 10.0,
                        "{place}: '{}' at {:.1}",
                        text.text,
                        text.top
                    );
                    let other = boxes[at + 1..].iter().find(|other| text.overlaps(other));
                    assert!(other.is_none(), "{place}: '{}' on '{}'", text.text, other.map_or("", |o| o.text.as_str()));
                }
            }
        }
    }
}

#[test]
fn the_room_that_a_map_is_drawn_for_is_there() {
    for paper in [Paper::A4, Paper::UsLetter, Paper::Wide] {
        let mut plan = specimen::full();
        plan.paper = paper;
        plan.outline = vec![SectionKind::Map];
        let Some(map) = &mut plan.map else { panic!("the specimen has a map") };
        map.size = crate::map_room(paper);
        map.readings.clear();
        map.lists.clear();
        map.details[0].size = crate::detail_room(paper);
        assert_eq!(laid_out(&plan).page_count(), 2, "{paper:?}");
    }
}

#[test]
fn sections_come_in_the_order_of_the_outline_and_empty_ones_only_where_all_are() {
    let mut plan = specimen::full();
    plan.outline = vec![SectionKind::Method, SectionKind::Text, SectionKind::Risks, SectionKind::Motions];
    let text = text_of(&laid_out(&plan));
    let places = ["Sources and method", "What we ask of you", "What may go wrong", "Strategic motion"]
        .map(|words| text.find(words).unwrap_or_else(|| panic!("no {words}")));
    assert!(places.is_sorted(), "{places:?}");
    plan.risks.tables.clear();
    assert!(!text_of(&laid_out(&plan)).contains("No risk is recorded"));
    let mut empty = specimen::empty();
    empty.outline = vec![SectionKind::Risks, SectionKind::Budget];
    let text = text_of(&laid_out(&empty));
    assert!(text.contains("No risk is recorded") && text.contains("No budget line"), "{text}");
}

#[test]
fn a_brand_prints_its_logos_and_a_pale_accent_becomes_readable() {
    let mut plan = specimen::full();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='red'/></svg>";
    let png = crate::logo_png(svg).unwrap();
    plan.brand = crate::Brand {
        accent: "#ffe600".into(),
        client: Some(crate::Logo::new("Tidewater", png.clone())),
        preparer: Some(crate::Logo::new("Harrow & Lane", png)),
    };
    let bytes = document(&plan, &go).unwrap_or_else(|error| panic!("{error}: {:?}", error.detail()));
    assert!(contains(&bytes, "/Subtype/Image"), "no logo");
}

#[test]
fn a_long_table_goes_on_under_its_head_on_every_page() {
    let mut plan = specimen::full();
    plan.partners.truncate(1);
    plan.partners[0].rows = plan.partners[0].rows.iter().cycle().take(300).cloned().collect();
    let compiled = laid_out(&plan);
    let heads = (0..compiled.page_count()).filter(|page| page_text(&compiled, *page).contains("PartnerCharacterTier"));
    let rows = text_of(&compiled).matches("lowest: ").count();
    assert!(rows >= 150, "rows were lost: {rows}");
    assert!(heads.count() >= 8, "the head does not repeat");
}

#[test]
fn a_kind_of_which_only_names_are_known_is_a_list_without_empty_columns() {
    let mut plan = specimen::full();
    plan.partners.truncate(1);
    let rows = &mut plan.partners[0].rows;
    *rows = rows.iter().cycle().take(40).cloned().collect();
    for row in rows {
        row.character = domain::Character::Unknown;
        for text in [&mut row.tier, &mut row.stage, &mut row.owner, &mut row.depth] {
            text.clear();
        }
    }
    let text = text_of(&laid_out(&plan));
    assert!(text.contains("Saltmarsh 8") && !text.contains("PartnerCharacter"), "a table of nothing");
}

#[test]
fn a_map_of_thousands_stays_vectors_with_its_text_in_the_bundled_fonts() {
    let mut plan = specimen::empty();
    let map = specimen::full().map.map(|map| crate::MapPage { svg: specimen::map_of(2165), ..map });
    plan.map = map;
    let bytes = document(&plan, &go).unwrap();
    assert!(!contains(&bytes, "/Subtype/Image"));
    assert!(contains(&bytes, "+Inter-Medium"), "the labels' weight is not embedded");
}

#[test]
fn every_page_but_the_cover_is_numbered_and_every_motion_has_its_page() {
    let plan = specimen::full();
    let compiled = laid_out(&plan);
    let pages = compiled.page_count();
    assert!(!page_text(&compiled, 0).contains(" of "));
    for page in 1..pages {
        let text = page_text(&compiled, page);
        assert!(text.contains(&format!("{} of {pages}", page + 1)), "page {}", page + 1);
        assert!(text.contains(&plan.workspace));
        assert!(text.contains("Confidential"));
    }
    for (eyebrow, motion) in
        ["Strategic motion", "Tactical motion", "Motion, character unknown"].iter().zip(&plan.motions)
    {
        let opening = format!("{eyebrow}{}", motion.name);
        assert_eq!((0..pages).filter(|page| page_text(&compiled, *page).contains(&opening)).count(), 1, "{opening}");
    }
}

#[test]
fn pages_are_drawn_on_request() {
    let cover = laid_out(&specimen::full()).page_png(1, 1.0).unwrap();
    assert_eq!(&cover[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!((&cover[16..20], &cover[20..24]), (&595_u32.to_be_bytes()[..], &842_u32.to_be_bytes()[..]));
    let compiled = laid_out(&specimen::empty());
    assert!(compiled.page_png(2, 0.5).is_ok());
    assert_eq!(compiled.page_png(9, 1.0), Err(PressError::NoSuchPage { page: 9, pages: 5 }));
    assert!(matches!(compiled.page_png(1, f32::NAN), Err(PressError::Scale { .. })));
}

#[test]
fn each_section_tells_its_pages_and_one_without_content_has_none() {
    let mut plan = specimen::full();
    plan.outline =
        vec![SectionKind::Cover, SectionKind::Summary, SectionKind::Risks, SectionKind::Motions, SectionKind::Text];
    plan.risks.tables.clear();
    let compiled = laid_out(&plan);
    let sections = compiled.sections();
    assert_eq!(sections.iter().map(|section| section.at).collect::<Vec<_>>(), [0, 1, 3, 4]);
    let mut next = 1;
    for section in &sections {
        assert_eq!(section.first, next, "{sections:?}");
        next = section.last + 1;
    }
    assert_eq!(next, compiled.page_count() + 1, "{sections:?}");
    assert!(sections[2].last - sections[2].first >= plan.motions.len(), "{sections:?}");
    assert!(page_text(&compiled, sections[3].first - 1).contains("What we ask of you"));

    let sections = laid_out(&specimen::empty()).sections();
    assert!(sections.windows(2).any(|pair| pair[0].last == pair[1].first), "waiting ones share a page: {sections:?}");
}

#[test]
fn stopping_between_steps_leaves_no_document() {
    for stop in [Phase::Prepare, Phase::LayOut, Phase::Write] {
        let asked = document(&specimen::empty(), &|progress| {
            if progress.phase == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(asked, Err(PressError::Cancelled), "{stop:?}");
    }
}

#[test]
fn a_broken_picture_is_an_error_with_details() {
    let mut plan = specimen::full();
    plan.outcomes.charts[0].svg = "<svg".into();
    let error = document(&plan, &go).unwrap_err();
    assert!(matches!(&error, PressError::Layout { .. }));
    assert!(error.detail().is_some_and(|detail| detail.contains("picture-3.svg")), "{:?}", error.detail());
}

fn go(_: crate::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn laid_out(plan: &DocumentInput) -> Compiled {
    compile(plan, &go).unwrap_or_else(|error| panic!("{error}: {:?}", error.detail()))
}

fn contains(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

fn text_of(compiled: &Compiled) -> String {
    (0..compiled.page_count()).map(|page| page_text(compiled, page)).collect()
}

fn page_text(compiled: &Compiled, page: usize) -> String {
    texts_of(&compiled.pages()[page].frame).into_iter().map(|text| text.text).collect()
}

/// A run of text and the box that its letters fill, in points from the page's top left corner.
struct TextBox {
    text: String,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
}

impl TextBox {
    fn overlaps(&self, other: &Self) -> bool {
        let across = self.to.min(other.to) - self.from.max(other.from);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across > TOUCH && down > TOUCH
    }
}

fn texts_of(frame: &Frame) -> Vec<TextBox> {
    let mut boxes = Vec::new();
    collect(frame, Transform::identity(), &mut boxes);
    boxes
}

fn collect(frame: &Frame, transform: Transform, boxes: &mut Vec<TextBox>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let moved = Transform::translate(at.x, at.y).pre_concat(group.transform);
                collect(&group.frame, transform.pre_concat(moved), boxes);
            }
            FrameItem::Text(text) => {
                let (origin, size) = (at.transform(transform), text.size.to_pt());
                let (from, base) = (origin.x.to_pt(), origin.y.to_pt());
                boxes.push(TextBox {
                    text: text.text.to_string(),
                    from,
                    to: from + text.width().to_pt(),
                    top: base - size * 0.72,
                    bottom: base + size * 0.12,
                });
            }
            _ => {}
        }
    }
}
