//! Who the partners of a report are: by the network's id, their site, their exact name or a further one. Whom nobody knows
//! becomes a new affiliate, and is asked about.

use std::collections::{BTreeSet, HashMap};

use domain::{ForeignId, Key, Name, Organization, OrganizationId, Workspace};

use crate::ImportError;
use crate::matching::ByName;
use crate::matching::domain::domain;
use crate::matching::identity::{ForeignIds, Identities};
use crate::matching::name::normalized;
use crate::nouns::relationships;
use crate::plan::doubt::{Answers, Question};
use crate::plan::{Options, Plan, Work};
use crate::profiles::Profile;
use crate::words::{count, list};

const NOUN: &str = "organization";
/// What a partner of a network is, where the workspace still has that kind.
const KIND: &str = "affiliate";
/// Names of those that were left out, in one sentence.
const SHOWN: usize = 8;

/// One of them, as the reports tell.
struct Publisher {
    /// The network's id, or the name where it gives none.
    id: String,
    name: String,
    website: String,
    /// Where it stands first.
    row: usize,
}

/// All of them, counted from 0 in the order in which they come.
pub struct Publishers {
    all: Vec<Publisher>,
    places: HashMap<String, u32>,
    left_out: BTreeSet<String>,
}

/// Whom a publisher stands for; nobody where it was left out.
pub type Named = Vec<Option<OrganizationId>>;

impl Publishers {
    /// None yet; who was left out the last time is left out again.
    pub fn of(workspace: &Workspace) -> Self {
        let saved = workspace.import_mappings.iter().filter(|saved| saved.noun == crate::Noun::Actuals.name());
        let answers = saved.filter_map(crate::plan::signature::answers);
        let left_out = answers.flat_map(|answers: Answers| answers.left_out).collect();
        Self { all: Vec::new(), places: HashMap::new(), left_out }
    }

    /// Notes one that a row names.
    pub fn seen(&mut self, id: &str, name: &str, website: &str, row: usize) -> u32 {
        let known_by = if id.is_empty() { name } else { id };
        if let Some(place) = self.places.get(known_by) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.places.insert(known_by.to_owned(), place);
        let (id, name, website) = (known_by.to_owned(), name.to_owned(), website.to_owned());
        self.all.push(Publisher { id, name, website, row });
        place
    }

    /// Finds out who they are. New ones, and ids to know the others by the next time, go into the plan.
    pub fn named(
        self,
        plan: &mut Plan,
        profile: &'static Profile,
        workspace: &Workspace,
        options: &Options,
        work: &mut Work<'_>,
    ) -> Result<Named, ImportError> {
        let known = Known {
            workspace,
            system: profile.system,
            ids: ForeignIds::of(workspace, NOUN),
            names: relationships::organizations(workspace),
            identities: Identities::of(workspace, work)?,
        };
        let mut named = Vec::with_capacity(self.all.len());
        let mut left_out = Vec::new();
        for publisher in &self.all {
            let label = if publisher.name.is_empty() { &publisher.id } else { &publisher.name };
            let answer = options.answers.same.get(label);
            let is_left_out =
                options.answers.left_out.contains(label) || answer.is_none() && self.left_out.contains(label);
            if is_left_out {
                left_out.push(label.as_str());
                plan.questions.push(question(publisher, label, None, profile, Some(false)));
                named.push(None);
                continue;
            }
            let said = answer.copied().flatten().map(OrganizationId);
            let said = said.filter(|id| workspace.organization(*id).is_some());
            let before = known.by_id(&publisher.id);
            let found = said.or(before).or_else(|| known.found(publisher));
            let id = if let Some(id) = found {
                id
            } else {
                let like = known.alike(&publisher.name, work)?;
                let like = like.and_then(|id| workspace.organization(id)).map(|one| (one.id.0, one.name.to_string()));
                plan.questions.push(question(publisher, label, like, profile, answer.map(|_| true)));
                let id = OrganizationId((work.new_id)());
                plan.new_organizations.push(new_affiliate(id, publisher, profile, workspace));
                id
            };
            if before != Some(id) {
                let own = ForeignId {
                    noun: NOUN.to_owned(),
                    system: profile.system.to_owned(),
                    value: publisher.id.clone(),
                    row: id.0,
                };
                if known.ids.find(profile.system, &publisher.id).is_some() {
                    plan.moved_foreign_ids.push(own);
                } else {
                    plan.new_foreign_ids.push(own);
                }
            }
            named.push(Some(id));
        }
        if !left_out.is_empty() {
            let partners = count(left_out.len(), "partner was", "partners were");
            plan.remarks.push(format!("{partners} left out, as you said: {}.", list(left_out, SHOWN)));
        }
        Ok(named)
    }
}

/// The organizations of a workspace, and what they are known by.
struct Known<'w> {
    workspace: &'w Workspace,
    system: &'static str,
    ids: ForeignIds<'w>,
    names: ByName<'w, OrganizationId>,
    identities: Identities<'w>,
}

impl Known<'_> {
    fn by_id(&self, id: &str) -> Option<OrganizationId> {
        let found = self.ids.find(self.system, id).map(OrganizationId)?;
        self.workspace.organization(found).map(|organization| organization.id)
    }

    fn found(&self, publisher: &Publisher) -> Option<OrganizationId> {
        let by_site = domain(&publisher.website).and_then(|site| self.identities.by_domain(&site));
        let by_name = || match self.names.all(&publisher.name) {
            [one] => Some(*one),
            _ => None,
        };
        let alias = || self.identities.by_alias(&publisher.name);
        let spelled = || self.identities.by_name(&normalized(&publisher.name));
        let found = by_site.or_else(by_name).or_else(alias).or_else(spelled);
        // A report of our own program never tells of us.
        found.filter(|id| *id != self.workspace.settings.us)
    }

    fn alike(&self, name: &str, work: &Work<'_>) -> Result<Option<OrganizationId>, ImportError> {
        let normalized = normalized(name);
        if normalized.is_empty() { Ok(None) } else { self.identities.alike(&normalized, work) }
    }
}

fn question(
    publisher: &Publisher,
    label: &str,
    like: Option<(uuid::Uuid, String)>,
    profile: &'static Profile,
    counts: Option<bool>,
) -> Question {
    Question::Publisher { row: publisher.row, name: label.to_owned(), network: profile.name, like, counts }
}

fn new_affiliate(
    id: OrganizationId,
    publisher: &Publisher,
    profile: &'static Profile,
    workspace: &Workspace,
) -> Organization {
    let numbered = || Name::parse(&format!("{} {}", profile.name, publisher.id));
    let name = Name::parse(&publisher.name).or_else(|_| numbered());
    let name = name.unwrap_or_else(|_| workspace.settings.name.clone());
    let has_kind = workspace.organization_kinds.iter().any(|kind| kind.key.as_str() == KIND);
    let first = workspace.organization_kinds.first().map(|kind| kind.key.clone());
    let kind = first.filter(|_| !has_kind).unwrap_or_else(|| Key::literal(KIND));
    let website = domain(&publisher.website).map(|_| publisher.website.clone());
    Organization { website, ..Organization::named(id, name, kind) }
}
