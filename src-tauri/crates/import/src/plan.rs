//! The result of an import before anything is written: what one step would add and change.

use std::borrow::Cow;
use std::sync::Arc;

use domain::{
    Actual, ImportBatchId, Organization, OrganizationKind, Person, Relationship, RelationshipKind, Stage, Workspace,
};
use uuid::Uuid;

use crate::{
    ColumnMapping, ImportError, Noun, Reject, actuals, decode, delimiter, organizations, reject, relationships,
    table::{self, Table},
    words,
};

/// A file as the caller read it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name without folders, for messages and as the source of actuals.
    pub name: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
}

/// What the person said about a file; everything else is guessed.
#[derive(Debug, Clone)]
pub struct Options {
    /// What its rows are.
    pub noun: Noun,
    /// Columns named by hand; they win over guesses.
    pub map: Vec<ColumnMapping>,
    /// A label of the WHATWG encoding list (`windows-1252`), or a guess.
    pub encoding: Option<String>,
    /// What stands between two cells, or a guess.
    pub delimiter: Option<u8>,
}

impl Options {
    /// Rows of `noun`, everything else guessed.
    pub fn new(noun: Noun) -> Self {
        Self { noun, map: Vec::new(), encoding: None, delimiter: None }
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
    /// To insert.
    pub new_actuals: Vec<Actual>,
    /// To update, each whole as it shall be.
    pub changed_actuals: Vec<Actual>,
    /// Rows that are in the workspace already, as they stand.
    pub unchanged: usize,
    /// Rows that do not fit.
    pub rejects: Vec<Reject>,
    /// What was guessed, made up or left out, in sentences.
    pub remarks: Vec<String>,
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
    let (text, encoding): (Cow<'_, str>, _) = decode::decode(source, options.encoding.as_deref())?;
    let delimiter = delimiter::choose(&text, options.delimiter);
    let table = Table::read(source.name, &text, delimiter, options.noun.schema(), &options.map)?;
    let mut plan = Plan::empty(options.noun, source.name, ImportBatchId(new_id()), table);
    if encoding != encoding_rs::UTF_8 {
        plan.remarks.push(format!("Read as {}; if letters look wrong, name the encoding.", encoding.name()));
    }
    plan.remarks.extend(plan.table.remarks());
    match options.noun {
        Noun::Organizations => organizations::fill(&mut plan, workspace, new_id)?,
        Noun::Relationships => relationships::fill(&mut plan, workspace, new_id)?,
        Noun::Actuals => actuals::fill(&mut plan, workspace, new_id),
    }
    plan.rejects.sort_by_key(|reject| reject.row);
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
            new_actuals: Vec::new(),
            changed_actuals: Vec::new(),
            unchanged: 0,
            rejects: Vec::new(),
            remarks: Vec::new(),
            table: Arc::new(table),
        }
    }

    /// How many rows went which way.
    pub fn counts(&self) -> Counts {
        Counts {
            added: self.new_organizations.len() + self.new_relationships.len() + self.new_actuals.len(),
            changed: self.changed_organizations.len() + self.changed_relationships.len() + self.changed_actuals.len(),
            unchanged: self.unchanged,
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
        })
    }

    /// The rows that do not fit as CSV in UTF-8: the file's own columns, then `Reason`.
    pub fn rejects_csv(&self) -> Vec<u8> {
        let mut lines = vec![self.table.header_with("Reason")];
        for reject in &self.rejects {
            lines.extend(self.table.row_with(reject.row, &reject.to_string()));
        }
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
