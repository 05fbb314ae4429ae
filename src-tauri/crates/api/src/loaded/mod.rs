//! A workspace as read, seen through the chosen scenario, with what is worked out once for every screen.

mod accounts;
mod accuracy;
mod base;
mod charts;
mod document;
mod duplicates;
mod effects;
mod explain;
mod facts;
mod figures;
mod find;
mod fit;
mod inside;
mod joint;
mod lanes;
mod library;
mod locked;
mod map;
mod money;
mod motions;
mod network;
mod outcomes;
mod page;
mod partners;
mod playbooks;
mod projections;
mod reforecast;
mod relationship;
mod report;
mod scenarios;
mod seen;
mod simulating;
mod steps;
mod timeline;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use domain::budget::MotionBudget;
use domain::{
    Assessment, Date, FiscalYear, Money, Month, MotionId, OrganizationId, Owner, ScenarioId, TaskOwner, Workspace,
    assess,
};
use picture::Language;

pub(crate) use document::{
    BriefWriter, Earlier, LaidOut, OpenFinding, Pages, Printed, ShownWorkspaces, Writer, told_in,
};
pub(crate) use find::gone;
pub(crate) use money::remaining_total;
pub(crate) use network::Ties;
pub(crate) use outcomes::figure_json;
pub(crate) use partners::owner_label;
pub(crate) use reforecast::{label as method_label, lacks_words, no_landing};
pub(crate) use simulating::{Asked, fan_input};
pub(crate) use typed::{input_text, metric_text};

/// What all views of one moment are made from.
pub(crate) struct Loaded {
    /// The file's content: the Expected scenario. Changes are made to this one.
    pub(crate) expected: Workspace,
    /// The same with the chosen scenario's differences. Screens show this one.
    pub(crate) workspace: Workspace,
    pub(crate) scenario: Option<ScenarioId>,
    pub(crate) today: Date,
    /// The language of what is said of it: English but in a document.
    pub(crate) language: Language,
    pub(crate) version: Version,
    pub(crate) assessment: Assessment,
    /// The sentence of the step that undo would take back.
    pub(crate) undo: Option<String>,
    /// The sentence of the step that redo would bring again.
    pub(crate) redo: Option<String>,
    budgets: BTreeMap<MotionId, MotionBudget>,
    /// Revenue of deals won this fiscal year, each partner's part.
    won: BTreeMap<OrganizationId, Money>,
    inside: inside::Inside,
    ledger: OnceLock<domain::Ledger>,
    planned: OnceLock<forecast::Planned>,
    base: OnceLock<base::Base>,
    simulations: simulating::Simulations,
    locked: OnceLock<Vec<locked::LockedThen>>,
    pub(crate) laid_out: LaidOut,
    printed_map: document::PrintedMap,
    /// Whose logos a picture leaves out: they would say whose they are.
    pub(crate) without_logos: BTreeSet<OrganizationId>,
}

/// Which moment of an open workspace was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Version {
    /// Counts every change.
    pub(crate) change: u64,
    /// Counts those of anything but saved documents.
    pub(crate) content: u64,
}

impl Loaded {
    pub(crate) fn new(
        expected: Workspace,
        scenario: Option<ScenarioId>,
        today: Date,
        undo: Option<String>,
        redo: Option<String>,
    ) -> Self {
        let workspace = forecast::in_scenario(&expected, scenario);
        let year = FiscalYear::of(Month::of(today), workspace.settings.fiscal_first_month);
        Self {
            assessment: assess(&workspace, today),
            budgets: domain::budget::by_motion(&workspace).into_iter().map(|budget| (budget.motion, budget)).collect(),
            won: domain::revenue::won_by_partner(&workspace, year.first().first_day(), today),
            inside: inside::Inside::of(&workspace),
            ledger: OnceLock::new(),
            planned: OnceLock::new(),
            simulations: simulating::Simulations::default(),
            base: OnceLock::new(),
            locked: OnceLock::new(),
            laid_out: LaidOut::default(),
            printed_map: document::PrintedMap::default(),
            without_logos: BTreeSet::new(),
            expected,
            workspace,
            scenario,
            today,
            language: Language::default(),
            undo,
            redo,
            version: Version::default(),
        }
    }

    /// The fiscal year of today.
    pub(crate) fn fiscal_year(&self) -> FiscalYear {
        FiscalYear::of(Month::of(self.today), self.workspace.settings.fiscal_first_month)
    }

    /// The chosen scenario's name.
    pub(crate) fn scenario_name(&self) -> String {
        let chosen = self.expected.scenarios.iter().find(|scenario| Some(scenario.id) == self.scenario);
        chosen.map_or_else(|| self.language.say("Expected").to_owned(), |scenario| scenario.name.to_string())
    }

    /// An owner in words; empty when there is none.
    pub(crate) fn owner_words(&self, owner: Option<Owner>) -> String {
        owner.map(|owner| owner_label(&self.workspace, owner, self.language)).unwrap_or_default()
    }

    /// A task's owner in words, a partner's people with their partner; empty when there is none.
    pub(crate) fn task_owner_words(&self, owner: Option<TaskOwner>) -> String {
        let Some(TaskOwner::Contact(id)) = owner else { return self.owner_words(owner.and_then(TaskOwner::ours)) };
        let Some(contact) = self.workspace.contacts.iter().find(|contact| contact.id == id) else {
            return String::new();
        };
        let partner = self.workspace.organization(contact.organization);
        partner.map_or_else(|| contact.name.to_string(), |partner| format!("{} ({})", contact.name, partner.name))
    }

    /// A motion's planned budget in the workspace's currency.
    pub(crate) fn budget_of(&self, motion: MotionId) -> Money {
        let currency = self.workspace.settings.currency;
        self.budgets.get(&motion).map_or(Money::zero(currency), |budget| budget.planned.of(currency))
    }

    /// Revenue of deals won this fiscal year that a partner sourced or influenced: its part; none without one.
    pub(crate) fn won_with(&self, partner: OrganizationId) -> Option<Money> {
        self.won.get(&partner).copied()
    }
}
