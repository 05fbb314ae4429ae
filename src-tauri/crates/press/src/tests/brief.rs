//! What a partner gets of a brief.

use domain::Paper;

use super::{MARGIN, contains, page_text, specimen, texts_of};
use crate::{BriefInput, Compiled, compile_brief, page_size};

const PAPERS: [Paper; 3] = [Paper::A4, Paper::UsLetter, Paper::Wide];

#[test]
fn a_brief_keeps_to_its_page_and_its_standards_whatever_it_holds() {
    for paper in PAPERS {
        for (name, brief) in
            [("full", specimen::brief()), ("empty", specimen::empty_brief()), ("hostile", specimen::hostile_brief())]
        {
            let place = format!("{name} on {paper:?}");
            let compiled = laid_out(&BriefInput { paper, ..brief }, &place);
            assert_eq!(compiled.page_count(), 1, "{place}");
            refuse_crowding(&compiled, paper, &place);
            let bytes = compiled.pdf().unwrap_or_else(|error| panic!("{place}: {error}: {:?}", error.detail()));
            assert!(contains(&bytes, "<pdfuaid:part>1<") && contains(&bytes, "<pdfaid:conformance>A<"), "{place}");
        }
    }
}

#[test]
fn a_brief_says_everything_it_has_room_for_and_counts_the_rest() {
    for paper in PAPERS {
        let full = text(&BriefInput { paper, ..specimen::brief() });
        for part in ["Attribution playbook", "Two days of engineering a month", "by 12 June", "jonas@tidewater.example"]
        {
            assert!(full.contains(part), "no {part}: {full}");
        }
        assert!(!full.contains(" more"), "{full}");
        let crowded = text(&BriefInput { paper, ..specimen::hostile_brief() });
        assert!(crowded.contains("and 9") && crowded.contains(" more"), "{crowded}");
    }
    let german = BriefInput { language: "de".into(), ..specimen::brief() };
    assert!(text(&german).contains("Was wir gemeinsam tun"));
}

fn text(brief: &BriefInput) -> String {
    page_text(&laid_out(brief, "brief"), 0)
}

fn laid_out(brief: &BriefInput, place: &str) -> Compiled {
    compile_brief(brief).unwrap_or_else(|error| panic!("{place}: {error}: {:?}", error.detail()))
}

/// No text leaves the page or stands on another.
fn refuse_crowding(compiled: &Compiled, paper: Paper, place: &str) {
    let [width, height] = page_size(paper);
    let boxes = texts_of(&compiled.pages()[0].frame);
    for (at, text) in boxes.iter().enumerate() {
        let inside = text.from >= MARGIN - 1.0 && text.to <= width - MARGIN + 1.0;
        assert!(inside, "{place}: '{}' from {:.1} to {:.1}", text.text, text.from, text.to);
        assert!(text.top > 10.0 && text.bottom < height - 10.0, "{place}: '{}' at {:.1}", text.text, text.top);
        let other = boxes[at + 1..].iter().find(|other| text.overlaps(other));
        assert!(other.is_none(), "{place}: '{}' on '{}'", text.text, other.map_or("", |o| o.text.as_str()));
    }
}
