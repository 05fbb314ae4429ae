//! What is given and got: the kinds of value, and how even an exchange is. Must not know what it says about depth.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Direction, Key, Name, ValueExchange, Workspace};

/// A kind of value. A workspace without any of its own has [`ValueKind::built_in`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueKind {
    /// Its key.
    pub key: Key,
    /// On the screen.
    pub name: Name,
    /// It is money, however it is called: commission, fees, discounts.
    pub money: bool,
    /// Place in lists, from 0.
    pub position: u32,
}

const BUILT_IN: [(&str, &str, bool); 18] = [
    ("shared_ip", "Shared IP", false),
    ("brand_equity", "Brand equity", false),
    ("reach", "Reach", false),
    ("access", "Market access", false),
    ("funds", "Market funds", false),
    ("leads", "Leads", false),
    ("introductions", "Introductions", false),
    ("commission", "Commission", true),
    ("data", "Data", false),
    ("integration", "Integration", false),
    ("support", "Support", false),
    ("enablement", "Enablement", false),
    ("content", "Content", false),
    ("distribution", "Distribution", false),
    ("co_sell", "Co-selling", false),
    ("discount", "Discount", true),
    ("fee", "Fee", true),
    ("rebate", "Rebate", true),
];

impl ValueKind {
    /// The kinds that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        let kind = |((key, name, money), position)| {
            Some(Self { key: Key::literal(key), name: Name::parse(name).ok()?, money, position })
        };
        BUILT_IN.into_iter().zip(0..).filter_map(kind).collect()
    }

    /// The kinds of a workspace in order, and after them those that are in use without standing in its list.
    pub fn all(workspace: &Workspace) -> Vec<Self> {
        let own = &workspace.value_kinds;
        let mut kinds = if own.is_empty() { Self::built_in() } else { own.clone() };
        let mut known: BTreeSet<Key> = kinds.iter().map(|kind| kind.key.clone()).collect();
        for exchange in &workspace.value_exchanges {
            if known.insert(exchange.kind.clone())
                && let Ok(name) = Name::parse(&spelled(&exchange.kind))
            {
                let position = u32::try_from(kinds.len()).unwrap_or(u32::MAX);
                kinds.push(Self { key: exchange.kind.clone(), name, money: false, position });
            }
        }
        kinds
    }
}

/// A key as words: `asked_to_co_author` is "Asked to co author".
pub fn spelled(key: &Key) -> String {
    let words = key.as_str().replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How even an exchange is: the smaller weighted side ÷ the larger, money included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Reciprocity {
    /// Weight of all that is given.
    pub give: u32,
    /// Weight of all that is got.
    pub get: u32,
    /// 0 to 1; none where nothing flows.
    pub value: Option<f64>,
}

impl Reciprocity {
    /// Of these rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a ValueExchange>) -> Self {
        let (mut give, mut get) = (0, 0);
        for row in rows {
            let side = if row.direction == Direction::Give { &mut give } else { &mut get };
            *side += u32::from(u8::from(row.weight));
        }
        Self { give, get, value: crate::lens::reciprocity(f64::from(give), f64::from(get)) }
    }
}

/// "give 7, get 9 → 7 ÷ 9 = 0.78".
impl std::fmt::Display for Reciprocity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { give, get, value } = self;
        match value {
            None => f.write_str("nothing is given or got yet"),
            Some(value) => write!(f, "give {give}, get {get} → {} ÷ {} = {value:.2}", give.min(get), give.max(get)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Direction::{Get, Give};
    use crate::fixture::Fixture;

    #[test]
    fn reciprocity_shows_its_figures() {
        for (rows, expect) in [
            (&[][..], "nothing is given or got yet"),
            (
                &[(Give, "data", 4), (Give, "reach", 3), (Get, "leads", 5), (Get, "funds", 4)][..],
                "give 7, get 9 → 7 ÷ 9 = 0.78",
            ),
            (&[(Give, "commission", 4)][..], "give 4, get 0 → 0 ÷ 4 = 0.00"),
            (&[(Give, "data", 2), (Get, "commission", 2)][..], "give 2, get 2 → 2 ÷ 2 = 1.00"),
        ] {
            let mut fixture = Fixture::new();
            let partner = fixture.partner("Fernhill");
            let relationship = fixture.relate(partner, "resells");
            fixture.exchange(relationship, rows);
            assert_eq!(Reciprocity::of(&fixture.workspace.value_exchanges).to_string(), expect);
        }
    }

    #[test]
    fn kinds_in_use_are_offered_even_where_no_list_has_them() {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Fernhill");
        let relationship = fixture.relate(partner, "resells");
        fixture.exchange(relationship, &[(Give, "road_map", 1), (Get, "reach", 1)]);
        let kinds = ValueKind::all(&fixture.workspace);
        assert_eq!((kinds.len(), kinds[18].name.as_str()), (19, "Road map"));
        fixture.workspace.value_kinds = vec![ValueKind { position: 0, ..kinds[2].clone() }];
        let names: Vec<String> = ValueKind::all(&fixture.workspace).iter().map(|kind| kind.name.to_string()).collect();
        assert_eq!(names, ["Reach", "Road map"]);
    }
}
