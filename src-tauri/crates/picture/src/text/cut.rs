//! A cut of a bundled font, ready to shape with.
//!
//! Owns: which rules of the font apply to a script and a direction, worked out once: names are measured by the thousand.
//! Must not know: what is shaped.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustybuzz::{Direction, Face, Feature, GlyphBuffer, ShapePlan, UnicodeBuffer, script, ttf_parser::Tag};

use crate::fonts::{self, FAMILIES, Font};

/// One font file.
pub(super) struct Cut {
    font: &'static Font,
    pub(super) face: Face<'static>,
    /// By script, and whether it runs from right to left.
    plans: Mutex<BTreeMap<(Tag, bool), Arc<ShapePlan>>>,
}

impl Cut {
    /// For each family, the cut nearest to `weight`.
    pub(super) fn chain(weight: u16) -> [&'static Self; FAMILIES.len()] {
        static CUTS: OnceLock<Vec<Cut>> = OnceLock::new();
        let cuts = CUTS.get_or_init(|| fonts::ALL.iter().filter_map(Self::read).collect());
        FAMILIES.map(|family| {
            let own = cuts.iter().filter(|cut| cut.font.family == family);
            let nearest = own.min_by_key(|cut| cut.font.weight.map_or(0, |own| own.abs_diff(weight)));
            // Every family has a cut; were one broken, Inter's first stands in.
            nearest.unwrap_or(&cuts[0])
        })
    }

    fn read(font: &'static Font) -> Option<Self> {
        Some(Self { font, face: Face::from_slice(font.bytes, 0)?, plans: Mutex::default() })
    }

    /// Shapes one piece of text of one script and direction, as the browser does: kerning and tabular figures on.
    pub(super) fn shape(&self, text: &str, right_to_left: bool) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        let plan = self.plan(&buffer, right_to_left);
        rustybuzz::shape_with_plan(&self.face, &plan, buffer)
    }

    fn plan(&self, buffer: &UnicodeBuffer, right_to_left: bool) -> Arc<ShapePlan> {
        let on = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 1, ..);
        let known = Some(buffer.script()).filter(|own| *own != script::UNKNOWN);
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = plans.entry((buffer.script().tag(), right_to_left)).or_insert_with(|| {
            Arc::new(ShapePlan::new(&self.face, buffer.direction(), known, None, &[on(b"tnum"), on(b"kern")]))
        });
        Arc::clone(plan)
    }
}
