//! The map group by group: each on a page of its own, under its name.

use std::collections::BTreeSet;

use domain::{Audience, Character, Condition, Field, Filter, MapGrouping, Organization, Test};
use press::MapDetail;

use super::Writer;
use super::chapters::character_key;
use super::map::{drawn, spoken};
use crate::ErrorReply;
use crate::commands::map::draw;
use crate::loaded::facts::FactBook;
use crate::open::OpenWorkspace;
use crate::wire::{MapRequest, ViewSettings};

/// In the order of pages.
const CHARACTERS: [Character; 4] =
    [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown];
/// Most pages of groups.
const GROUPS_MAX: usize = 40;

impl Writer<'_> {
    pub(super) fn group_pages(&self, open: &OpenWorkspace, by: MapGrouping) -> Result<Vec<MapDetail>, ErrorReply> {
        let book = self.loaded.facts(self.printed.audience);
        let field = self.field(by);
        let mut pages = Vec::new();
        for word in self.words_of(&book, &field).into_iter().take(GROUPS_MAX) {
            pages.push(self.group_page(open, &field, &word, self.group_name(&book, &field, &word))?);
        }
        Ok(pages)
    }

    /// Who looks after whom is ours to know.
    fn field(&self, by: MapGrouping) -> Field {
        match by {
            MapGrouping::Tier => Field::Tier,
            MapGrouping::Owner if self.printed.audience == Audience::Internal => Field::Owner,
            MapGrouping::Kind | MapGrouping::Owner => Field::Kind,
            MapGrouping::Character => Field::Character,
        }
    }

    /// What partners have in that field, in the workspace's order of kinds, from strategic to unknown, else by word; the
    /// empty word is not set.
    fn words_of(&self, book: &FactBook<'_>, field: &Field) -> Vec<String> {
        let partners = self.loaded.workspace.partners().filter(|partner| partner.active);
        let word = |partner: &Organization| {
            let facts = book.of(partner, std::slice::from_ref(field));
            facts.words.get(field).and_then(|words| words.first()).cloned().unwrap_or_default()
        };
        let found: BTreeSet<String> = partners.map(word).collect();
        let kinds = self.loaded.workspace.organization_kinds.iter().map(|kind| kind.key.to_string());
        let there = |key: &String| found.contains(key);
        match field {
            Field::Kind => kinds.filter(there).collect(),
            Field::Character => {
                CHARACTERS.map(|character| character_key(character).to_owned()).into_iter().filter(there).collect()
            }
            _ => {
                let (not_set, mut words): (Vec<String>, Vec<String>) = found.into_iter().partition(String::is_empty);
                words.extend(not_set);
                words
            }
        }
    }

    fn group_name(&self, book: &FactBook<'_>, field: &Field, word: &str) -> String {
        match field {
            _ if word.is_empty() => self.words.get("group_none").to_owned(),
            Field::Character => {
                let key = CHARACTERS.into_iter().map(character_key).find(|key| *key == word);
                key.map_or_else(|| word.to_owned(), |key| self.words.get(key).to_owned())
            }
            Field::Tier => format!("{} {word}", self.words.get("tier")),
            field => book.word_name(field, word),
        }
    }

    fn group_page(
        &self,
        open: &OpenWorkspace,
        field: &Field,
        word: &str,
        title: String,
    ) -> Result<MapDetail, ErrorReply> {
        let test = Test::AnyOf { words: vec![word.to_owned()] };
        let filter = Filter { conditions: vec![Condition { field: field.clone(), test }] };
        let audience = self.printed.audience;
        let look = MapRequest {
            settings: ViewSettings { filter, ..ViewSettings::default() },
            audience,
            ..MapRequest::default()
        };
        let (list, _, _) = draw(open, self.loaded, &look, false)?;
        let (svg, size) = drawn(&list, press::detail_room(self.printed.settings.paper));
        let alt = self.words.say("map_group_alt", &[("group", &title), ("names", &spoken(&list))]);
        Ok(MapDetail { title, svg, alt, size })
    }
}
