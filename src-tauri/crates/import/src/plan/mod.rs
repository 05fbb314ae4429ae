//! The result of an import before anything is written: what one step would add and change.

mod apply;
pub mod doubt;
pub mod policy;
pub mod reject;
pub(crate) mod signature;
mod summary;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{
    Account, Actual, Commission, Contact, CustomValue, Deal, ForeignId, ImportBatchId, ImportMapping, Organization,
    OrganizationAlias, OrganizationKind, OrganizationTag, Person, Relationship, RelationshipKind, Stage, Tag, Touch,
    ValueExchange, Workspace,
};
use uuid::Uuid;

use crate::columns::{Known, Said};
use crate::nouns::{accounts, actuals, deals, organizations, relationships};
use crate::profiles::{self, Profile};
use crate::readers::{self, Book, Reading, Sheet};
use crate::table::row::{self, Row};
use crate::table::{self, Finding, Table};
use crate::values::date::DateOrder;
use crate::words::{self, folded, shown};
use crate::{ColumnMapping, ImportError, Noun, Reject};

use doubt::{Answers, PossibleDuplicate, Question};
use policy::Policies;
use reject::{Ask, Fault};

/// A file as the caller read it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name without folders, for messages and as the source of actuals.
    pub name: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
}

/// A column and what its cells have to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The column's name in the file.
    pub column: String,
    /// What the cell holds, or one of several values in it.
    pub value: String,
}

/// What the person said about a file; everything else is guessed.
#[derive(Debug, Clone)]
pub struct Options {
    /// What its rows are.
    pub noun: Noun,
    /// Columns named by hand; they win over guesses.
    pub map: Vec<ColumnMapping>,
    /// Values that hold for every row: field and value.
    pub set: Vec<(String, String)>,
    /// How to read the file.
    pub reading: Reading,
    /// The sheet of a workbook, or a guess.
    pub sheet: Option<String>,
    /// The row of the column names, or a guess.
    pub header_row: Option<usize>,
    /// The make of file, by its key, or a guess.
    pub profile: Option<String>,
    /// How days are read that read both ways.
    pub dates: Option<DateOrder>,
    /// Who wins where file and workspace differ.
    pub policies: Policies,
    /// Which rows of a list of customers are partners.
    pub partner_if: Option<Condition>,
    /// What was answered about names.
    pub answers: Answers,
    /// The file whose mapping was taken, where a person said nothing about this one.
    pub recalled: Option<String>,
    /// The file that this one follows, as CSV: what it named and this one does not is listed.
    pub previous: Option<Vec<u8>>,
}

impl Options {
    /// Rows of `noun`, everything else guessed.
    pub fn new(noun: Noun) -> Self {
        Self {
            noun,
            map: Vec::new(),
            set: Vec::new(),
            reading: Reading::default(),
            sheet: None,
            header_row: None,
            profile: None,
            dates: None,
            policies: Policies::default(),
            partner_if: None,
            answers: Answers::default(),
            recalled: None,
            previous: None,
        }
    }

    /// Columns named by hand. The column that tells partners from customers says nothing else, unless a person says so.
    pub(crate) fn all_mappings(&self) -> Vec<ColumnMapping> {
        let mut map = self.map.clone();
        if let Some(only) = &self.partner_if
            && !map.iter().any(|map| folded(&map.column) == folded(&only.column))
        {
            map.push(ColumnMapping { column: only.column.clone(), field: "-".to_owned() });
        }
        map
    }

    /// What was taken from the last time, in a sentence; a file about which nothing was said brings nothing to say.
    fn recalled_words(&self) -> Option<String> {
        let file = self.recalled.as_ref()?;
        let columns = self.map.iter().map(|map| format!("{} → {}", map.column, map.field));
        let values = self.set.iter().map(|(field, value)| format!("{field} = {value}"));
        let partners = self.partner_if.iter().map(|only| format!("partners where {} = {}", only.column, only.value));
        let winners = self.policies.words();
        let said: Vec<String> = columns.chain(values).chain(partners).chain(winners).collect();
        let words = words::list(said.iter().map(String::as_str), 8);
        (!said.is_empty()).then(|| format!("Used the mapping of last time ({}): {words}.", shown(file)))
    }

    /// The make of file that a person named.
    pub(crate) fn profile(&self) -> Result<Option<&'static Profile>, ImportError> {
        let Some(key) = &self.profile else { return Ok(None) };
        let found = profiles::find(&folded(key), self.noun).or_else(|| profiles::find(key, self.noun));
        let mut keys: Vec<&str> = profiles::all().map(|profile| profile.key).collect();
        keys.dedup();
        let none = || ImportError::NoSuchProfile { profile: shown(key), found: words::list(keys, 20) };
        found.map(Some).ok_or_else(none)
    }
}

/// What is worked with while rows become a plan.
pub(crate) struct Work<'a> {
    /// Where new identifiers come from.
    pub new_id: &'a mut dyn FnMut() -> Uuid,
    /// Told how many rows are done; says whether to go on.
    pub go_on: &'a dyn Fn(usize) -> bool,
}

impl Work<'_> {
    /// Looks up from the work now and then, so that it can be stopped.
    pub fn look_up(&self, done: usize) -> Result<(), ImportError> {
        if done.is_multiple_of(512) && !(self.go_on)(done) { Err(ImportError::Cancelled) } else { Ok(()) }
    }
}

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
        Noun::Actuals => actuals::fill(&mut plan, workspace, options, &mut work)?,
    }
    plan.rejects.sort_by_key(|reject| reject.row);
    plan.list_missing(options, &work)?;
    plan.mapping = Some(plan.saved_mapping(options, workspace, work.new_id));
    Ok(plan)
}

/// The words for every metric, and its key.
pub(crate) fn metric_words(workspace: &Workspace) -> Vec<(String, domain::Key)> {
    let words = |metric: &domain::Metric| {
        [metric.key.as_str(), metric.name.as_str()].map(|word| (folded(word), metric.key.clone()))
    };
    workspace.metrics.iter().flat_map(words).collect()
}

/// The sheet that a person named, or the one whose header fits best; hidden sheets and those marked `(ignore)` are not
/// looked at.
pub(crate) fn choose_sheet<'b>(
    name: &str,
    book: &'b Book,
    options: &Options,
    known: Known<'_>,
) -> Result<(&'b Sheet, Table), ImportError> {
    let map = options.all_mappings();
    let said = Said { map: &map, set: &options.set, profile: options.profile()? };
    let finding = Finding { schema: options.noun.schema(), said, known, header_row: options.header_row };
    if let Some(asked) = &options.sheet {
        let none = || ImportError::NoSuchSheet {
            file: shown(name),
            sheet: shown(asked),
            found: words::list(book.sheets.iter().map(|sheet| sheet.name.as_str()), 12),
        };
        let sheet = book.sheets.iter().find(|sheet| sheet.name == *asked).ok_or_else(none)?;
        return Table::of(name, sheet, finding).map(|table| (sheet, table));
    }
    let is_shown = |sheet: &&Sheet| !sheet.hidden && !sheet.name.to_lowercase().contains("(ignore)");
    let mut first_error = None;
    let mut best: Option<(&Sheet, Table)> = None;
    for sheet in book.sheets.iter().filter(is_shown) {
        match Table::of(name, sheet, finding) {
            Ok(table) if best.as_ref().is_none_or(|(_, other)| table.columns.rank() > other.columns.rank()) => {
                best = Some((sheet, table));
            }
            Ok(_) => {}
            // Of several sheets, one that has rows says more than one that is empty.
            Err(error) => {
                let is_better = !matches!(error, ImportError::Empty { .. });
                if first_error.is_none() || is_better && matches!(first_error, Some(ImportError::Empty { .. })) {
                    first_error = Some(error);
                }
            }
        }
    }
    best.ok_or_else(|| first_error.unwrap_or_else(|| ImportError::Empty { file: shown(name) }))
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
            added: self.new_organizations.len()
                + self.new_relationships.len()
                + self.new_actuals.len()
                + self.new_deals.len()
                // Accounts that deals bring are no rows of theirs.
                + if self.noun == Noun::Accounts { self.new_accounts.len() } else { 0 },
            changed: self.changed_organizations.len()
                + self.changed_relationships.len()
                + self.changed_accounts.len()
                + self.changed_deals.len()
                + self.changed_actuals.len()
                + self.changed_beside,
            unchanged: self.unchanged,
            skipped: self.skipped,
            refused: self.rejects.len(),
        }
    }

    /// Nothing to write: every row that fits is there already.
    pub fn changes_nothing(&self) -> bool {
        let counts = self.counts();
        counts.added == 0 && counts.changed == 0
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
        self.table.to_csv()
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
