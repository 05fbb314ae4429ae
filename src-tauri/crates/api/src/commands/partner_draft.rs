//! Changes of partners being gathered: what is asked of many fields of many partners, written as one step.
//!
//! Owns: what a change means for the rows of every table. Must not know: where the changes come from.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    CustomValue, Key, Name, Organization, OrganizationId, OrganizationRegion, OrganizationSegment, OrganizationTag,
    Tag, TagId,
};
use store::Edit;

use crate::loaded::Loaded;
use crate::wire::{CustomChange, PartnerChange};
use crate::{App, ErrorReply};

/// Rows as they shall be.
pub(super) struct Draft<'a> {
    app: &'a App,
    loaded: &'a Loaded,
    organizations: BTreeMap<OrganizationId, Organization>,
    added: BTreeSet<OrganizationId>,
    regions: BTreeMap<OrganizationId, BTreeSet<Name>>,
    segments: BTreeMap<OrganizationId, BTreeSet<Name>>,
    tags: BTreeMap<OrganizationId, BTreeSet<TagId>>,
    new_tags: Vec<Tag>,
    values: BTreeMap<(Key, OrganizationId), Option<String>>,
}

/// Rows to write and rows to remove.
#[derive(Default)]
pub(super) struct Writes {
    insert: Vec<Organization>,
    update: Vec<Organization>,
    tags: Vec<Tag>,
    add_regions: Vec<OrganizationRegion>,
    drop_regions: Vec<OrganizationRegion>,
    add_segments: Vec<OrganizationSegment>,
    drop_segments: Vec<OrganizationSegment>,
    add_tags: Vec<OrganizationTag>,
    drop_tags: Vec<OrganizationTag>,
    put_values: Vec<CustomValue>,
    drop_values: Vec<CustomValue>,
    touched: BTreeSet<OrganizationId>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(app: &'a App, loaded: &'a Loaded) -> Self {
        Self {
            app,
            loaded,
            organizations: BTreeMap::new(),
            added: BTreeSet::new(),
            regions: BTreeMap::new(),
            segments: BTreeMap::new(),
            tags: BTreeMap::new(),
            new_tags: Vec::new(),
            values: BTreeMap::new(),
        }
    }

    /// A partner that is not there yet.
    pub(super) fn add(&mut self, name: Name, kind: &Key) -> Result<OrganizationId, ErrorReply> {
        let kind = self.loaded.organization_kind(kind)?.key.clone();
        let row = Organization::named(self.app.host.new_id().into(), name, kind);
        let id = row.id;
        self.added.insert(id);
        self.organizations.insert(id, row);
        Ok(id)
    }

    /// One change more.
    pub(super) fn change(&mut self, id: OrganizationId, change: PartnerChange) -> Result<(), ErrorReply> {
        if !self.organizations.contains_key(&id) {
            self.organizations.insert(id, self.loaded.organization(id)?.clone());
        }
        match change {
            PartnerChange::Kind(key) => {
                let kind = self.loaded.organization_kind(&key)?.key.clone();
                self.row(id, |row| row.kind = kind);
            }
            PartnerChange::Stage(key) => {
                let stage = key.map(|key| self.loaded.stage(&key).map(|stage| stage.key.clone())).transpose()?;
                self.row(id, |row| row.stage = stage);
            }
            PartnerChange::Name(name) => self.row(id, |row| row.name = name),
            PartnerChange::Tier(text) => self.row(id, |row| row.tier = text.not_blank()),
            PartnerChange::Owner(owner) => self.row(id, |row| row.owner = owner),
            PartnerChange::Group(text) => self.row(id, |row| row.group = text.not_blank()),
            PartnerChange::Region(text) => self.row(id, |row| row.region = text.not_blank()),
            PartnerChange::Website(text) => self.row(id, |row| row.website = text.not_blank()),
            PartnerChange::Notes(text) => self.row(id, |row| row.notes = text.into_string()),
            PartnerChange::Placeholder(placeholder) => self.row(id, |row| row.placeholder = placeholder),
            PartnerChange::Regions(names) => {
                let mut names = names.into_iter();
                let main = names.next();
                let rest = names.filter(|name| Some(name) != main.as_ref()).collect();
                self.regions.insert(id, rest);
                self.row(id, |row| row.region = main.map(String::from));
            }
            PartnerChange::Segments(names) => {
                self.segments.insert(id, names.into_iter().collect());
            }
            PartnerChange::Tags(names) => {
                let tags = names.into_iter().map(|name| self.tag(name)).collect();
                self.tags.insert(id, tags);
            }
            PartnerChange::AddTag(name) => {
                let tag = self.tag(name);
                self.tags_of(id).insert(tag);
            }
            PartnerChange::RemoveTag(name) => {
                let tag = self.known_tag(&name);
                let tags = self.tags_of(id);
                tag.map(|tag| tags.remove(&tag));
            }
            PartnerChange::Custom(change) => self.custom(id, change)?,
        }
        Ok(())
    }

    fn row(&mut self, id: OrganizationId, set: impl FnOnce(&mut Organization)) {
        if let Some(row) = self.organizations.get_mut(&id) {
            set(row);
        }
    }

    fn custom(&mut self, id: OrganizationId, CustomChange { key, value }: CustomChange) -> Result<(), ErrorReply> {
        let field = self.loaded.custom_field(&key)?;
        let value = value.and_then(crate::wire::Text::not_blank);
        if let Some(value) = &value
            && !field.accepts(value)
        {
            let shown: String = value.chars().take(60).collect();
            return Err(ErrorReply::refused(format!("“{shown}” does not fit {}: {}.", field.name, field.expects())));
        }
        // Nothing chosen is no value.
        let value = value.filter(|value| !field.words(value).is_empty());
        self.values.insert((field.key.clone(), id), value);
        Ok(())
    }

    fn known_tag(&self, name: &Name) -> Option<TagId> {
        let wanted = name.as_str().to_lowercase();
        let all = self.loaded.expected.tags.iter().chain(&self.new_tags);
        all.into_iter().find(|tag| tag.name.as_str().to_lowercase() == wanted).map(|tag| tag.id)
    }

    fn tag(&mut self, name: Name) -> TagId {
        if let Some(id) = self.known_tag(&name) {
            return id;
        }
        let known = &self.loaded.expected.tags;
        let after = known.iter().chain(&self.new_tags).map(|tag| tag.position + 1).max().unwrap_or(0);
        let tag = Tag { id: self.app.host.new_id().into(), name, color: None, position: after };
        let id = tag.id;
        self.new_tags.push(tag);
        id
    }

    fn tags_of(&mut self, id: OrganizationId) -> &mut BTreeSet<TagId> {
        let loaded = self.loaded;
        self.tags.entry(id).or_insert_with(|| loaded.tags_of(id).collect())
    }

    /// What differs from what is there.
    pub(super) fn writes(self) -> Writes {
        let mut writes = Writes { tags: self.new_tags, ..Writes::default() };
        for (id, row) in self.organizations {
            if self.added.contains(&id) {
                writes.insert.push(row);
            } else if self.loaded.expected.organization(id) != Some(&row) {
                writes.touched.insert(id);
                writes.update.push(row);
            }
        }
        let touched = &mut writes.touched;
        for (organization, wanted) in self.regions {
            let before: BTreeSet<Name> = self.loaded.more_regions(organization).cloned().collect();
            let row = |region: &Name| OrganizationRegion { organization, region: region.clone() };
            writes.add_regions.extend(wanted.difference(&before).map(row));
            writes.drop_regions.extend(before.difference(&wanted).map(row));
            mark(touched, organization, wanted != before);
        }
        for (organization, wanted) in self.segments {
            let before: BTreeSet<Name> = self.loaded.segments_of(organization).cloned().collect();
            let row = |segment: &Name| OrganizationSegment { organization, segment: segment.clone() };
            writes.add_segments.extend(wanted.difference(&before).map(row));
            writes.drop_segments.extend(before.difference(&wanted).map(row));
            mark(touched, organization, wanted != before);
        }
        for (organization, wanted) in self.tags {
            let before: BTreeSet<TagId> = self.loaded.tags_of(organization).collect();
            let row = |tag: &TagId| OrganizationTag { organization, tag: *tag };
            writes.add_tags.extend(wanted.difference(&before).map(row));
            writes.drop_tags.extend(before.difference(&wanted).map(row));
            mark(touched, organization, wanted != before);
        }
        for ((field, id), value) in self.values {
            let before = self.loaded.custom_value(&field, id);
            if before == value.as_deref() {
                continue;
            }
            mark(touched, id, true);
            let row = |value| CustomValue { field: field.clone(), row: id.0, value };
            match value {
                Some(value) => writes.put_values.push(row(value)),
                None => writes.drop_values.push(row(String::new())),
            }
        }
        writes
    }
}

impl Writes {
    /// How many partners differ after it; new ones are not counted.
    pub(super) fn changed(&self) -> usize {
        let new: BTreeSet<_> = self.insert.iter().map(|row| row.id).collect();
        self.touched.difference(&new).count()
    }

    /// New partners.
    pub(super) fn added(&self) -> &[Organization] {
        &self.insert
    }

    /// Nothing would differ.
    pub(super) fn is_empty(&self) -> bool {
        self.insert.is_empty() && self.touched.is_empty()
    }

    pub(super) fn write(&self, edit: &Edit<'_>) -> Result<(), ErrorReply> {
        self.insert.iter().try_for_each(|row| edit.insert(row))?;
        self.update.iter().try_for_each(|row| edit.update(row))?;
        self.tags.iter().try_for_each(|row| edit.insert(row))?;
        self.add_regions.iter().try_for_each(|row| edit.insert(row))?;
        self.add_segments.iter().try_for_each(|row| edit.insert(row))?;
        self.add_tags.iter().try_for_each(|row| edit.insert(row))?;
        self.put_values.iter().try_for_each(|row| edit.put(row))?;
        for row in &self.drop_regions {
            edit.delete::<OrganizationRegion>(&(row.organization, row.region.clone()))?;
        }
        for row in &self.drop_segments {
            edit.delete::<OrganizationSegment>(&(row.organization, row.segment.clone()))?;
        }
        for row in &self.drop_tags {
            edit.delete::<OrganizationTag>(&(row.organization, row.tag))?;
        }
        for row in &self.drop_values {
            edit.delete::<CustomValue>(&(row.field.clone(), row.row))?;
        }
        Ok(())
    }
}

fn mark(touched: &mut BTreeSet<OrganizationId>, id: OrganizationId, differs: bool) {
    if differs {
        touched.insert(id);
    }
}
