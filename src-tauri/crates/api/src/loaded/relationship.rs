//! One relationship as its editor shows it.

use std::collections::BTreeSet;

use domain::lens::CO_OWNING;
use domain::relationship::spelled;
use domain::{
    Key, OrganizationId, Reciprocity, Relationship, RelationshipId, Signal, SignalId, SignalSubject, ValueExchange,
    ValueExchangeId, ValueKind,
};
use jiff::ToSpan;

use super::Loaded;
use super::find::gone;
use crate::ErrorReply;
use crate::commands::relationships::uses;
use crate::wire::*;

/// What else signals are usually called; they inform, and count for nothing by themselves.
const INFORMING: [&str; 4] = ["audience_overlap", "lead_quality", "asked_for_more", "shipped"];

impl Loaded {
    pub(crate) fn relationship_detail(&self, relationship: &Relationship) -> RelationshipDetail {
        let assessed = self.assessment.relationship(relationship.id);
        let name = |id| self.expected.organization(id).map(|o| o.name.to_string()).unwrap_or_default();
        let us = self.expected.settings.us;
        let partner = self.partner_of(relationship);
        let standing = partner.and_then(|id| self.assessment.organization(id)).filter(|_| relationship.status.counts());
        let kind = self.expected.relationship_kinds.iter().find(|kind| kind.key == relationship.kind);
        let rows = self.exchanges(relationship.id);
        let reciprocity = Reciprocity::of(rows.iter().copied());
        RelationshipDetail {
            id: relationship.id,
            from: relationship.from,
            from_name: name(relationship.from),
            to: relationship.to,
            to_name: name(relationship.to),
            kind: relationship.kind.clone(),
            reading: kind.map_or_else(|| relationship.kind.to_string(), |kind| kind.forward.to_string()),
            giver: if [relationship.from, relationship.to].contains(&us) {
                "We".to_owned()
            } else {
                name(relationship.from)
            },
            status: relationship.status,
            since: relationship.since,
            tier: relationship.tier.clone(),
            strength: relationship.strength,
            notes: relationship.notes.clone(),
            commission: self.commission(relationship.id),
            commission_written: relationship.commission.clone(),
            character: assessed.map_or(domain::Character::Unknown, |r| r.character),
            depth: assessed.and_then(|r| r.depth),
            lowest: assessed.and_then(|r| r.lowest).map(|(aspect, value)| AspectValue { aspect, value }),
            aspects: self.aspects(assessed),
            rules: self.workspace.settings.lens_rules,
            dormant_since: standing.filter(|standing| standing.dormant).and_then(|standing| standing.last_activity),
            values: rows.iter().map(|row| self.value_line(row)).collect(),
            reciprocity,
            reciprocity_words: reciprocity.to_string(),
            signals: self.signals_of(relationship.id, partner),
            signal_kinds: self.signal_kinds(),
            value_kinds: self.value_kinds(),
        }
    }

    /// The other side of a relationship with us.
    fn partner_of(&self, relationship: &Relationship) -> Option<OrganizationId> {
        let us = self.expected.settings.us;
        match (relationship.from == us, relationship.to == us) {
            (true, false) => Some(relationship.to),
            (false, true) => Some(relationship.from),
            _ => None,
        }
    }

    fn commission(&self, relationship: RelationshipId) -> Option<CommissionView> {
        let rows = &self.expected.commissions;
        let at = rows.binary_search_by_key(&relationship, |row| row.relationship).ok()?;
        let (terms, audience) = (rows[at].terms.clone(), rows[at].audience);
        Some(CommissionView { words: terms.to_string(), terms, audience })
    }

    pub(crate) fn commission_terms(&self, relationship: RelationshipId) -> Option<&domain::CommissionTerms> {
        let rows = &self.expected.commissions;
        rows.iter().find(|row| row.relationship == relationship).map(|row| &row.terms)
    }

    /// What a relationship pays, in words.
    pub(crate) fn commission_words(&self, relationship: &Relationship) -> Option<String> {
        let terms = self.commission(relationship.id).map(|commission| commission.words);
        terms.or_else(|| relationship.commission.clone())
    }

    /// Lines of one relationship's value exchange, in order.
    pub(crate) fn exchanges(&self, relationship: RelationshipId) -> Vec<&ValueExchange> {
        let mut rows: Vec<&ValueExchange> =
            self.expected.value_exchanges.iter().filter(|row| row.relationship == relationship).collect();
        rows.sort_by_key(|row| (row.position, row.id));
        rows
    }

    pub(crate) fn exchange(&self, id: ValueExchangeId) -> Result<&ValueExchange, ErrorReply> {
        self.expected.value_exchanges.iter().find(|row| row.id == id).ok_or_else(|| gone("value"))
    }

    pub(crate) fn signal(&self, id: SignalId) -> Result<&Signal, ErrorReply> {
        self.expected.signals.iter().find(|row| row.id == id).ok_or_else(|| gone("signal"))
    }

    fn value_line(&self, row: &ValueExchange) -> ValueExchangeView {
        ValueExchangeView {
            id: row.id,
            direction: row.direction,
            kind: row.kind.clone(),
            kind_name: self.value_kind(&row.kind).map_or_else(|_| spelled(&row.kind), |kind| kind.name.to_string()),
            what: row.what.clone(),
            weight: row.weight,
        }
    }

    pub(crate) fn value_kind(&self, key: &Key) -> Result<ValueKind, ErrorReply> {
        ValueKind::all(&self.expected)
            .into_iter()
            .find(|kind| kind.key == *key)
            .ok_or_else(|| ErrorReply::refused(format!("There is no kind of value '{key}': add it to the list first.")))
    }

    pub(crate) fn value_kinds(&self) -> Vec<ValueKindView> {
        let used = uses(&self.expected.value_exchanges);
        let view = |kind: ValueKind| ValueKindView {
            used: used.get(&kind.key).copied().unwrap_or(0),
            name: kind.name.to_string(),
            money: kind.money,
            key: kind.key,
        };
        ValueKind::all(&self.expected).into_iter().map(view).collect()
    }

    /// The newest first.
    fn signals_of(&self, relationship: RelationshipId, partner: Option<OrganizationId>) -> Vec<SignalView> {
        let year_ago = self.today.saturating_sub(12.months());
        let view = |signal: &Signal| {
            let of_partner = match signal.subject {
                SignalSubject::Relationship(id) => (id == relationship).then_some(false),
                SignalSubject::Organization(id) => (Some(id) == partner).then_some(true),
            }?;
            Some(SignalView {
                id: signal.id,
                kind: spelled(&signal.kind),
                value: signal.value.clone(),
                source: signal.source.clone(),
                date: signal.date,
                of_partner,
                counts: CO_OWNING.contains(&signal.kind.as_str()) && signal.date >= year_ago,
            })
        };
        let mut signals: Vec<SignalView> = self.expected.signals.iter().filter_map(view).collect();
        signals.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
        signals
    }

    /// What signals are called, those that count first.
    pub(crate) fn signal_keys(&self) -> Vec<Key> {
        let usual = CO_OWNING.into_iter().chain(INFORMING).map(Key::literal);
        let mut seen = BTreeSet::new();
        let used = self.expected.signals.iter().map(|signal| signal.kind.clone());
        usual.chain(used).filter(|key| seen.insert(key.clone())).collect()
    }

    fn signal_kinds(&self) -> Vec<SignalKindView> {
        let view = |key: Key| SignalKindView { name: spelled(&key), counts: CO_OWNING.contains(&key.as_str()) };
        self.signal_keys().into_iter().map(view).collect()
    }
}
