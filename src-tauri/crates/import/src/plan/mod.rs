//! The result of an import before anything is written: what one step would add and change.

mod apply;
pub mod doubt;
mod options;
pub mod policy;
pub mod reject;
mod sheet;
pub(crate) mod signature;
mod summary;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{
    Account, AccountActivity, Actual, ActualId, ActualReport, Commission, Contact, CustomValue, Deal, DealStageEntry,
    ForeignId, ImportBatchId, ImportMapping, Motion, MotionPartner, Organization, OrganizationAlias, OrganizationKind,
    OrganizationTag, Person, Phase, Relationship, RelationshipKind, Stage, Tag, Task, Touch, ValueExchange, Workspace,
};
use uuid::Uuid;

use crate::columns::Known;
use crate::nouns::{accounts, actuals, deals, motions, organizations, relationships, tasks};
use crate::readers::{self, Book, Sheet};
use crate::reports::{self, FigureChange};
use crate::table::row::{self, Row};
use crate::table::{self, Table};
use crate::words::{self, folded, shown};
use crate::{ImportError, Noun, Reject};

use doubt::{PossibleDuplicate, Question};
use reject::{Ask, Fault};

pub(crate) use options::Work;
pub use options::{Condition, Options, Source};
pub(crate) use sheet::{choose_sheet, metric_words};

/// What one import would do to the workspace that it was made for. Nothing is written yet.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the rows are.
    pub noun: Noun,
    /// The file's name.
    pub file: String,
    /// Identifies the file in what it brings.
    pub batch: ImportBatchId,
    /// Kinds of organization that the file uses and the workspace has not.
    pub new_organization_kinds: Vec<OrganizationKind>,
    /// Kinds of relationship that the file uses and the workspace has not.
    pub new_relationship_kinds: Vec<RelationshipKind>,
    /// Lifecycle stages that the file uses and the workspace has not.
    pub new_stages: Vec<Stage>,
    /// Owners that the file names and the workspace has not.
    pub new_people: Vec<Person>,
    /// To insert.
    pub new_organizations: Vec<Organization>,
    /// To update, each whole as it shall be.
    pub changed_organizations: Vec<Organization>,
    /// To insert.
    pub new_relationships: Vec<Relationship>,
    /// To update, each whole as it shall be.
    pub changed_relationships: Vec<Relationship>,
    /// What relationships pay, to put.
    pub commissions: Vec<Commission>,
    /// What relationships give and get, to insert.
    pub new_value_exchanges: Vec<ValueExchange>,
    /// To insert.
    pub new_accounts: Vec<Account>,
    /// To update, each whole as it shall be.
    pub changed_accounts: Vec<Account>,
    /// To insert.
    pub new_deals: Vec<Deal>,
    /// To update, each whole as it shall be.
    pub changed_deals: Vec<Deal>,
    /// What partners did in deals, to insert.
    pub new_touches: Vec<Touch>,
    /// To update, each whole as it shall be.
    pub changed_touches: Vec<Touch>,
    /// Since when deals stand in their stages, to put.
    pub deal_stage_entries: Vec<DealStageEntry>,
    /// What we did for accounts, to insert.
    pub new_account_activities: Vec<AccountActivity>,
    /// To insert.
    pub new_tags: Vec<Tag>,
    /// To insert.
    pub new_organization_tags: Vec<OrganizationTag>,
    /// To insert.
    pub new_contacts: Vec<Contact>,
    /// To update, each whole as it shall be.
    pub changed_contacts: Vec<Contact>,
    /// Values of the workspace's own fields, to put.
    pub custom_values: Vec<CustomValue>,
    /// Ids of other programs, to insert.
    pub new_foreign_ids: Vec<ForeignId>,
    /// Ids that mean another row now, to put.
    pub moved_foreign_ids: Vec<ForeignId>,
    /// Further names, to insert.
    pub new_aliases: Vec<OrganizationAlias>,
    /// How the columns were mapped, to put: the next file of this make is recognized by it.
    pub mapping: Option<ImportMapping>,
    /// To insert.
    pub new_actuals: Vec<Actual>,
    /// To update, each whole as it shall be.
    pub changed_actuals: Vec<Actual>,
    /// To insert.
    pub new_motions: Vec<Motion>,
    /// To update, each whole as it shall be.
    pub changed_motions: Vec<Motion>,
    /// Partners of motions, to insert.
    pub new_motion_partners: Vec<MotionPartner>,
    /// Phases that tasks name and their motions have not, to insert.
    pub new_phases: Vec<Phase>,
    /// To insert.
    pub new_tasks: Vec<Task>,
    /// To update, each whole as it shall be.
    pub changed_tasks: Vec<Task>,
    /// Figures that no report tells any more, to delete.
    pub removed_actuals: Vec<ActualId>,
    /// How a report of a network was read.
    pub report: Option<ActualReport>,
    /// Earlier reports that are counted in another way now, to update.
    pub changed_reports: Vec<ActualReport>,
    /// Rows of a report that no earlier one told in the same way.
    pub fresh_rows: usize,
    /// Figures that became others, by place.
    pub figure_changes: Vec<FigureChange>,
    /// Rows that are in the workspace already, as they stand.
    pub unchanged: usize,
    /// Rows that change only what belongs to something: a tag, a contact, another program's id.
    pub changed_beside: usize,
    /// Rows that a condition left out.
    pub skipped: usize,
    /// Rows that do not fit.
    pub rejects: Vec<Reject>,
    /// What was guessed, made up or left out, in sentences.
    pub remarks: Vec<String>,
    /// What only a person can tell, also where it was answered.
    pub questions: Vec<Question>,
    /// New rows that may be those of the workspace, also where it was answered.
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// Names that the file before had and this one has not. Nothing is done about them.
    pub missing: Vec<String>,
    pub(crate) table: Arc<Table>,
}

/// How many rows went which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows that add something.
    pub added: usize,
    /// Rows that change something.
    pub changed: usize,
    /// Rows that are there already.
    pub unchanged: usize,
    /// Rows that a condition left out.
    pub skipped: usize,
    /// Rows that do not fit.
    pub refused: usize,
}

/// Works out what `source` would do to `workspace`. Rows that do not fit are in [`Plan::rejects`]; a file that cannot be
/// read at all is an error.
pub fn plan(
    source: Source<'_>,
    options: &Options,
    workspace: &Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Plan, ImportError> {
    let book = readers::read(source, &options.reading)?;
    plan_book(source.name, &book, options, workspace, new_id, &|_| true)
}

/// The same for a file that was read already. `go_on` is told how many rows are done and says whether to go on.
pub fn plan_book(
    name: &str,
    book: &Book,
    options: &Options,
    workspace: &Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
    go_on: &dyn Fn(usize) -> bool,
) -> Result<Plan, ImportError> {
    let metrics = metric_words(workspace);
    let known = Known { custom: &workspace.custom_fields, metrics: &metrics };
    let (sheet, table) = choose_sheet(name, book, options, known)?;
    let is_of_customers = table.columns.profile.is_some_and(|profile| profile.is_crm);
    if options.noun == Noun::Organizations && is_of_customers && options.partner_if.is_none() {
        let profile = table.columns.profile.map_or("a CRM", |profile| profile.name);
        return Err(ImportError::Customers { file: shown(name), profile });
    }
    let mut plan = Plan::empty(options.noun, name, ImportBatchId(new_id()), table);
    plan.remark_on(book, sheet, options);
    let mut work = Work { new_id, go_on };
    match options.noun {
        Noun::Organizations => organizations::fill(&mut plan, workspace, options, &mut work)?,
        Noun::Relationships => relationships::fill(&mut plan, workspace, options, &mut work)?,
        Noun::Accounts => accounts::fill(&mut plan, workspace, options, &mut work)?,
        Noun::Deals => deals::fill(&mut plan, workspace, options, &mut work)?,
        Noun::Actuals => match plan.table.columns.profile.filter(|profile| profile.report.is_some()) {
            Some(profile) => reports::fill(&mut plan, profile, workspace, options, &mut work)?,
            None => actuals::fill(&mut plan, workspace, options, &mut work)?,
        },
        Noun::Motions => motions::fill(&mut plan, workspace, options, &mut work)?,
        Noun::Tasks => tasks::fill(&mut plan, workspace, options, &mut work)?,
    }
    plan.rejects.sort_by_key(|reject| reject.row);
    plan.list_missing(options, &work)?;
    plan.mapping = Some(plan.saved_mapping(options, workspace, work.new_id));
    Ok(plan)
}

impl Plan {
    fn empty(noun: Noun, file: &str, batch: ImportBatchId, table: Table) -> Self {
        Self {
            noun,
            file: file.to_owned(),
            batch,
            new_organization_kinds: Vec::new(),
            new_relationship_kinds: Vec::new(),
            new_stages: Vec::new(),
            new_people: Vec::new(),
            new_organizations: Vec::new(),
            changed_organizations: Vec::new(),
            new_relationships: Vec::new(),
            changed_relationships: Vec::new(),
            commissions: Vec::new(),
            new_value_exchanges: Vec::new(),
            new_accounts: Vec::new(),
            changed_accounts: Vec::new(),
            new_deals: Vec::new(),
            changed_deals: Vec::new(),
            new_touches: Vec::new(),
            changed_touches: Vec::new(),
            deal_stage_entries: Vec::new(),
            new_account_activities: Vec::new(),
            new_tags: Vec::new(),
            new_organization_tags: Vec::new(),
            new_contacts: Vec::new(),
            changed_contacts: Vec::new(),
            custom_values: Vec::new(),
            new_foreign_ids: Vec::new(),
            moved_foreign_ids: Vec::new(),
            new_aliases: Vec::new(),
            mapping: None,
            new_actuals: Vec::new(),
            changed_actuals: Vec::new(),
            removed_actuals: Vec::new(),
            report: None,
            changed_reports: Vec::new(),
            fresh_rows: 0,
            figure_changes: Vec::new(),
            new_motions: Vec::new(),
            changed_motions: Vec::new(),
            new_motion_partners: Vec::new(),
            new_phases: Vec::new(),
            new_tasks: Vec::new(),
            changed_tasks: Vec::new(),
            unchanged: 0,
            changed_beside: 0,
            skipped: 0,
            rejects: Vec::new(),
            remarks: Vec::new(),
            questions: Vec::new(),
            possible_duplicates: Vec::new(),
            missing: Vec::new(),
            table: Arc::new(table),
        }
    }

    /// Says what was guessed of the file.
    fn remark_on(&mut self, book: &Book, sheet: &Sheet, options: &Options) {
        if let Some(encoding) = book.encoding.as_deref().filter(|encoding| *encoding != "UTF-8") {
            self.remarks.push(format!("Read as {encoding}; if letters look wrong, say which other encoding it has."));
        }
        if book.sheets.len() > 1 {
            self.remarks.push(format!("Read the sheet '{}'.", shown(&sheet.name)));
        }
        if let Some(profile) = self.table.columns.profile.filter(|profile| profile.key != "partner_list") {
            self.remarks.push(format!("Recognized as {}.", profile.name));
        }
        self.remarks.extend(options.recalled_words());
        self.remarks.extend(self.table.remarks());
    }

    /// The rows that fit the header and the person's condition; the others are refused or skipped.
    pub(crate) fn rows_of<'t>(&mut self, table: &'t Table, options: &Options) -> Vec<Row<'t>> {
        let mut rows = row::fitting(table, &mut self.rejects);
        let Some(condition) = &options.partner_if else { return rows };
        let wanted = folded(&condition.column);
        let Some(place) = table.header.iter().position(|name| folded(name) == wanted) else {
            rows.clear();
            let sentence = format!("There is no column '{}' to tell partners by.", shown(&condition.column));
            self.questions.push(Question::Elsewhere(sentence));
            return rows;
        };
        let value = folded(&condition.value);
        let holds = |row: &Row<'_>| row.cell(place).split([';', '|']).any(|part| folded(part) == value);
        let keep = self.noun == Noun::Organizations;
        let all = rows.len();
        rows.retain(|row| holds(row) == keep);
        self.skipped = all - rows.len();
        rows
    }

    /// How many rows went which way.
    pub fn counts(&self) -> Counts {
        Counts {
            // Partners that a report brings are no figures.
            added: if self.noun == Noun::Actuals { 0 } else { self.new_organizations.len() }
                + self.new_relationships.len()
                + self.new_actuals.len()
                + self.new_deals.len()
                + self.new_motions.len()
                + self.new_tasks.len()
                // Accounts that deals bring are no rows of theirs.
                + if self.noun == Noun::Accounts { self.new_accounts.len() } else { 0 },
            changed: self.changed_organizations.len()
                + self.changed_relationships.len()
                + self.changed_accounts.len()
                + self.changed_deals.len()
                + self.changed_actuals.len()
                + self.removed_actuals.len()
                + self.changed_motions.len()
                + self.changed_tasks.len()
                + self.changed_beside,
            unchanged: self.unchanged,
            skipped: self.skipped,
            refused: self.rejects.len(),
        }
    }

    /// Nothing to write: every row that fits is there already.
    pub fn changes_nothing(&self) -> bool {
        let counts = self.counts();
        counts.added == 0 && counts.changed == 0 && self.fresh_rows == 0
    }

    /// Refuses the whole file when a row does not fit, for callers that have no place for rejects.
    pub fn require_all_rows(&self) -> Result<(), ImportError> {
        if self.rejects.is_empty() {
            return Ok(());
        }
        Err(ImportError::Rows {
            file: words::shown(&self.file),
            refused: self.rejects.len(),
            rows: self.table.len(),
            groups: reject::grouped(&self.rejects),
            asks_dates: self.rejects.iter().any(|reject| reject.ask == Some(Ask::DayOrMonth)),
        })
    }

    /// The kinds of fault of the rows that do not fit, the most frequent first.
    pub fn faults(&self) -> Vec<Fault> {
        reject::faults(&self.rejects)
    }

    /// The rows that do not fit as CSV in UTF-8: the file's own columns, then `Reason`.
    pub fn rejects_csv(&self) -> Vec<u8> {
        let mut reasons: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for reject in &self.rejects {
            reasons.entry(reject.row).or_default().push(reject.to_string());
        }
        let mut lines = vec![self.table.header_with(crate::REASON)];
        // A row that was cut into several is given back once, with everything that does not fit.
        lines.extend(reasons.iter().filter_map(|(row, reasons)| self.table.row_with(*row, &reasons.join("; "))));
        table::write(&lines)
    }

    /// The whole file as CSV in UTF-8, for keeping beside what it brought.
    pub fn source_csv(&self) -> Vec<u8> {
        if self.report.is_some() { self.table.to_report_csv() } else { self.table.to_csv() }
    }
}

/// Refuses a file that would bring more new words for `field` than anyone would want.
pub(crate) fn check_new(
    plan: &Plan,
    field: &str,
    found: usize,
    most: usize,
    noun: &'static str,
) -> Result<(), ImportError> {
    if found <= most {
        return Ok(());
    }
    let column = plan.table.columns.place(field).and_then(|place| plan.table.header.get(place));
    let column = column.map(|column| words::shown(column)).unwrap_or_default();
    Err(ImportError::TooManyKinds { file: words::shown(&plan.file), column, found, most, noun })
}
