//! Which ring an organization stands on, and what each ring is called.
//!
//! Owns: the order of tiers and stages. Must not know: how rings are drawn.

use std::collections::BTreeMap;

use domain::{Organization, OrganizationId};
use layout::graph::{Graph, UNREACHED};
use picture::Language;
use picture::map::MapInput;

use crate::loaded::Loaded;
use crate::wire::RingsBy;

/// The ring of each node; ring 0 is the innermost.
pub(super) struct RingNumbers {
    /// What rings mean.
    pub(super) by: RingsBy,
    /// None for us, and for those without a ring.
    pub(super) of_node: Vec<Option<u32>>,
    pub(super) names: Vec<String>,
}

/// Words for tiers that programs use, the highest first; others follow by name.
const TIERS: [&str; 14] = [
    "titanium",
    "diamond",
    "elite",
    "platinum",
    "premier",
    "premium",
    "gold",
    "advanced",
    "silver",
    "select",
    "bronze",
    "registered",
    "member",
    "basic",
];

/// Built-in stages of those who are leaving: farther out than those who have not come yet.
const LEAVING: [&str; 2] = ["dormant", "exit"];

impl RingNumbers {
    pub(super) fn of(loaded: &Loaded, input: &MapInput, by: Option<RingsBy>) -> Self {
        let partner = |node: &picture::map::MapNode| loaded.workspace.organization(node.id).filter(|_| !node.us);
        let partners: Vec<Option<&Organization>> = input.nodes.iter().map(partner).collect();
        let has_tier = |partner: &&Organization| partner.tier.is_some();
        let by = by.unwrap_or(if partners.iter().flatten().any(has_tier) { RingsBy::Tier } else { RingsBy::Hops });
        match by {
            RingsBy::Tier => {
                let name = |tier: &str| tier_name(tier, input.language);
                by_words(by, &partners, |partner| partner.tier.clone(), tier_rank, name)
            }
            RingsBy::Stage => {
                let stages = &loaded.workspace.stages;
                let stage = |partner: &Organization| partner.stage.as_ref().map(|key| key.as_str().to_owned());
                let rank = |key: &str| {
                    let at = stages.iter().position(|stage| stage.key.as_str() == key).unwrap_or(0);
                    let leaving = LEAVING.iter().position(|leaving| *leaving == key).map_or(0, |at| at + 1);
                    (leaving, stages.len() - at, String::new())
                };
                let name = |key: &str| {
                    let known = stages.iter().find(|stage| stage.key.as_str() == key);
                    known.map_or_else(|| key.to_owned(), |stage| stage.name.to_string())
                };
                by_words(by, &partners, stage, rank, name)
            }
            RingsBy::Hops => by_hops(input),
        }
    }

    /// What is said of those without a ring.
    pub(super) fn outside(&self, input: &MapInput) -> String {
        match self.by {
            RingsBy::Tier => input.language.say("No tier").to_owned(),
            RingsBy::Stage => input.language.say("No stage").to_owned(),
            RingsBy::Hops => input.language.fill("No line to {us}", &[("us", &input.center())]),
        }
    }
}

/// Rings by a word of each partner: equal words, whatever their case, stand on one ring.
fn by_words<R: Ord>(
    by: RingsBy,
    partners: &[Option<&Organization>],
    word: impl Fn(&Organization) -> Option<String>,
    rank: impl Fn(&str) -> R,
    name: impl Fn(&str) -> String,
) -> RingNumbers {
    let words: Vec<Option<String>> = partners.iter().map(|partner| partner.and_then(&word)).collect();
    let mut all: Vec<(R, String, &str)> =
        words.iter().flatten().map(|word| (rank(word), word.to_lowercase(), word.as_str())).collect();
    all.sort();
    all.dedup_by(|a, b| a.1 == b.1);
    let numbers: BTreeMap<&str, u32> = all.iter().map(|(_, folded, _)| folded.as_str()).zip(0..).collect();
    let number = |word: &Option<String>| numbers.get(word.as_ref()?.to_lowercase().as_str()).copied();
    RingNumbers {
        by,
        of_node: words.iter().map(number).collect(),
        names: all.iter().map(|(_, _, word)| name(word)).collect(),
    }
}

/// Numbered tiers by their number, then words that programs use, then others by name.
fn tier_rank(tier: &str) -> (usize, usize, String) {
    let folded = tier.trim().to_lowercase();
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    if let Ok(number) = digits.parse() {
        return (0, number, folded);
    }
    match TIERS.iter().position(|known| folded.contains(known)) {
        Some(at) => (1, at, folded),
        None => (2, 0, folded),
    }
}

/// "1" alone says nothing.
fn tier_name(tier: &str, language: Language) -> String {
    if tier.trim().chars().all(|c| c.is_ascii_digit()) {
        language.fill("Tier {tier}", &[("tier", tier.trim())])
    } else {
        tier.trim().to_owned()
    }
}

fn by_hops(input: &MapInput) -> RingNumbers {
    let nodes: BTreeMap<OrganizationId, u32> = input.nodes.iter().map(|node| node.id).zip(0..).collect();
    let line = |line: &picture::map::MapLine| Some((*nodes.get(&line.from)?, *nodes.get(&line.to)?));
    let lines: Vec<(u32, u32)> = input.lines.iter().filter_map(line).collect();
    let us = input.nodes.iter().position(|node| node.us);
    let hops = match (Graph::new(input.nodes.len(), &lines), us) {
        (Ok(graph), Some(us)) => graph.hops(us).0,
        _ => vec![UNREACHED; input.nodes.len()],
    };
    // We are 0 hops away, at the center and on no ring.
    let of_node: Vec<Option<u32>> =
        hops.iter().map(|&hops| if hops == UNREACHED { None } else { hops.checked_sub(1) }).collect();
    let count = of_node.iter().flatten().max().map_or(0, |last| last + 1);
    let name = |ring: u32| match ring {
        0 => input.language.say("1 step from us").to_owned(),
        ring => input.language.fill("{n} steps from us", &[("n", &(ring + 1).to_string())]),
    };
    RingNumbers { by: RingsBy::Hops, of_node, names: (0..count).map(name).collect() }
}

#[cfg(test)]
mod tests {
    use picture::Language;

    use super::{tier_name, tier_rank};

    #[test]
    fn tiers_stand_as_programs_mean_them() {
        for (mixed, expect) in [
            (vec!["3", "1", "10", "2"], vec!["1", "2", "3", "10"]),
            (
                vec!["Silver", "gold", "Platinum Partner", "Bronze"],
                vec!["Platinum Partner", "gold", "Silver", "Bronze"],
            ),
            (vec!["Zeta", "Tier 2", "Alpha", "Gold", "Tier 1"], vec!["Tier 1", "Tier 2", "Gold", "Alpha", "Zeta"]),
        ] {
            let mut sorted = mixed.clone();
            sorted.sort_by_key(|tier| tier_rank(tier));
            assert_eq!(sorted, expect, "{mixed:?}");
        }
        assert_eq!(["1", " Gold "].map(|tier| tier_name(tier, Language::default())), ["Tier 1", "Gold"]);
    }
}
