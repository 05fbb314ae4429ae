//! Which organization of the workspace a row is: by ids and equal names first, then by evidence; what is only alike is
//! noted. Must not know what becomes of the row.

use std::collections::{HashMap, HashSet, VecDeque};

use domain::{Name, Organization, OrganizationId, Workspace};
use uuid::Uuid;

use super::draft::Draft;
use crate::ImportError;
use crate::matching::domain::domain;
use crate::matching::identity::{ForeignIds, Identities, is_graph};
use crate::matching::name::normalized;
use crate::plan::doubt::{Answers, doubt};
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work};
use crate::words::{count, list};

/// How many organizations of one name are compared with a row of that name.
const COMPARED: usize = 64;

/// How a row was found to be an organization that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// By an id: the file may rename it.
    Id,
    /// By the same name.
    Name,
    /// By evidence: the name that is there stays, the file's is remembered.
    Evidence,
    /// By a further name of one that an earlier row is: a person made them one.
    Again,
    /// By the id of one that an earlier row is.
    Taken,
}

/// Everything that rows are looked up by.
pub(super) struct Finding<'w> {
    workspace: &'w Workspace,
    policies: &'w Policies,
    pub(super) answers: &'w Answers,
    system: &'static str,
    foreign: ForeignIds<'w>,
    identities: Identities<'w>,
    names: HashMap<String, usize>,
    spellings: HashMap<String, usize>,
    domains: HashMap<String, usize>,
}

impl<'w> Finding<'w> {
    pub(super) fn of(
        workspace: &'w Workspace,
        drafts: &[Draft],
        options: &'w Options,
        system: &'static str,
        work: &Work<'_>,
    ) -> Result<Self, ImportError> {
        let mut finding = Self {
            workspace,
            policies: &options.policies,
            answers: &options.answers,
            system,
            foreign: ForeignIds::of(workspace, "organization"),
            identities: Identities::of(workspace, work)?,
            names: HashMap::new(),
            spellings: HashMap::new(),
            domains: HashMap::new(),
        };
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            *finding.names.entry(draft.name.as_str().to_owned()).or_default() += 1;
            *finding.spellings.entry(normalized(draft.name.as_str())).or_default() += 1;
            if let Some(domain) = draft.website.as_deref().and_then(domain) {
                *finding.domains.entry(domain).or_default() += 1;
            }
        }
        Ok(finding)
    }

    /// Which organization each draft is: by ids and equal names first, so that nothing weaker takes it away from them.
    pub(super) fn all(
        &self,
        drafts: &[Draft],
        work: &mut Work<'_>,
    ) -> Result<Vec<Option<(&'w Organization, Found)>>, ImportError> {
        let mut known: HashMap<&str, VecDeque<&'w Organization>> = HashMap::new();
        for organization in &self.workspace.organizations {
            // A partner may bear our name; only a row that says so is us.
            if organization.id != self.workspace.settings.us {
                known.entry(organization.name.as_str()).or_default().push_back(organization);
            }
        }
        let mut found = Vec::with_capacity(drafts.len());
        let mut claimed: HashSet<OrganizationId> = HashSet::new();
        let by_id = |draft: &Draft| {
            let own = draft.id.and_then(|id| self.workspace.organization(id.into()));
            own.or_else(|| {
                let value = draft.belongings.foreign.as_deref()?;
                self.by_foreign(draft, value)
            })
        };
        for (index, draft) in drafts.iter().enumerate() {
            work.look_up(index)?;
            let claim = if draft.us { self.workspace.us() } else { by_id(draft) };
            found.push(claim.map(|organization| {
                let is_first = claimed.insert(organization.id);
                (organization, if is_first { Found::Id } else { Found::Taken })
            }));
        }
        for list in known.values_mut() {
            list.retain(|organization| !claimed.contains(&organization.id));
        }
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            if found[index].is_some() {
                continue;
            }
            let in_file = self.names.get(draft.name.as_str()).copied().unwrap_or(0);
            found[index] = match known.get_mut(draft.name.as_str()) {
                Some(candidates) if in_file == 1 && candidates.len() == 1 => candidates.pop_front(),
                Some(candidates) => take_equal(candidates, draft, self.policies),
                None => None,
            }
            .filter(|organization| claimed.insert(organization.id))
            .map(|organization| (organization, Found::Name));
        }
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            if found[index].is_none() {
                found[index] = self
                    .by_evidence(draft)
                    .filter(|id| *id != self.workspace.settings.us)
                    .and_then(|id| self.workspace.organization(id))
                    .and_then(|organization| {
                        let is_alias = self.identities.by_alias(draft.name.as_str()) == Some(organization.id);
                        let is_first = claimed.insert(organization.id);
                        let by = if is_first { Found::Evidence } else { Found::Again };
                        (is_first || is_alias).then_some((organization, by))
                    });
            }
        }
        Ok(found)
    }

    fn by_foreign(&self, draft: &Draft, value: &str) -> Option<&'w Organization> {
        let row = |id: Uuid| self.workspace.organization(id.into());
        let agrees = |id: Uuid| row(id).is_some_and(|known| self.identities.bears(known, draft.name.as_str()));
        self.foreign.find_agreeing(self.system, value, agrees).and_then(row)
    }

    /// Whom the workspace knows by the id that a row of another name has.
    fn namesake(&self, draft: &Draft) -> Option<&'w Organization> {
        let value = draft.belongings.foreign.as_deref().filter(|_| !is_graph(self.system))?;
        let id = self.foreign.find(self.system, value)?;
        self.workspace.organization(id.into())
    }

    /// A further name, a domain or a normalized name that exactly one on each side bears.
    fn by_evidence(&self, draft: &Draft) -> Option<OrganizationId> {
        if self.names.get(draft.name.as_str()).copied().unwrap_or(0) > 1 {
            return None;
        }
        let told = self.answers.other(draft.name.as_str()).map(OrganizationId);
        if let Some(id) = told.or_else(|| self.identities.by_alias(draft.name.as_str())) {
            return Some(id);
        }
        let own_domain = draft.website.as_deref().and_then(domain);
        let once = |times: Option<&usize>| times == Some(&1);
        if let Some(own) = own_domain.as_ref().filter(|own| once(self.domains.get(*own)))
            && let Some(id) = self.identities.by_domain(own)
        {
            return Some(id);
        }
        let spelled = normalized(draft.name.as_str());
        let id = self.identities.by_name(&spelled).filter(|_| once(self.spellings.get(&spelled)))?;
        // Two of one name with sites of their own are two.
        let other = self.workspace.organization(id)?.website.as_deref().and_then(domain);
        (own_domain.is_none() || other.is_none() || own_domain == other).then_some(id)
    }

    /// Notes what a new organization may be the same as.
    pub(super) fn doubt(
        &self,
        plan: &mut Plan,
        draft: &Draft,
        repeated: &mut Repeated,
        work: &Work<'_>,
    ) -> Result<(), ImportError> {
        if let Some(other) = self.namesake(draft) {
            self.may_be(plan, draft, other, draft.belongings.foreign.clone());
            return Ok(());
        }
        let in_file = self.names.get(draft.name.as_str()).copied().unwrap_or(0);
        let spelled = normalized(draft.name.as_str());
        let again = self.spellings.get(&spelled).is_some_and(|times| *times > 1) && !spelled.is_empty();
        if in_file > 1 || again || self.identities.is_borne(&spelled) {
            repeated.note(&draft.name);
        } else if let Some(id) = self.identities.alike(&spelled, work)?
            && let Some(other) = self.workspace.organization(id)
        {
            self.may_be(plan, draft, other, None);
        }
        Ok(())
    }

    /// Lists a row that may be, or was said to be, one of the workspace.
    pub(super) fn may_be(&self, plan: &mut Plan, draft: &Draft, other: &Organization, shared_id: Option<String>) {
        doubt(plan, (draft.row, &draft.name), (other.id.0, &other.name), shared_id, self.answers);
    }
}

/// Among several of one name only one that the row would not change is the row's.
fn take_equal<'w>(
    candidates: &mut VecDeque<&'w Organization>,
    draft: &Draft,
    policies: &Policies,
) -> Option<&'w Organization> {
    let equal = |organization: &&Organization| draft.applied_to(organization, policies) == **organization;
    let place = candidates.iter().take(COMPARED).position(equal)?;
    candidates.remove(place)
}

/// Names that several rows or organizations bear.
#[derive(Default)]
pub(super) struct Repeated {
    seen: HashSet<String>,
    names: Vec<String>,
    rows: usize,
}

impl Repeated {
    fn note(&mut self, name: &Name) {
        self.rows += 1;
        if self.seen.insert(name.as_str().to_owned()) {
            self.names.push(name.as_str().to_owned());
        }
    }

    pub(super) fn remark(&self) -> Option<String> {
        (self.rows > 0).then(|| {
            let rows = count(self.rows, "row has a name", "rows have names");
            let names = list(self.names.iter().map(String::as_str), 5);
            format!(
                "{rows} that others have too; each was added as its own organization, so look for duplicates: {names}."
            )
        })
    }
}
