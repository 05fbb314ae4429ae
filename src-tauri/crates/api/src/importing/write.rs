//! A plan written as one step.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{Actual, ImportBatch};
use import::{ImportError, Plan};
use serde_json::json;
use store::{BackupReason, Edit, Row, Step};

use super::refusal;
use crate::{App, ErrorReply, WindowId};

/// Rows between two looks at whether to stop.
const ROWS_BETWEEN: usize = 256;

impl App {
    /// Writes a plan. When `cancelled` is set before its end, nothing is written.
    pub(crate) fn write_plan(
        &self,
        window: &WindowId,
        plan: Plan,
        cancelled: Arc<AtomicBool>,
    ) -> Result<(), ErrorReply> {
        let origin = self.origin();
        let batch = ImportBatch {
            id: plan.batch,
            file_name: plan.file.clone(),
            kind: plan.noun.name().to_owned(),
            time: origin.now,
            rows: plan.source_csv(),
        };
        let args = json!({ "file": plan.file, "as": plan.noun });
        let step = Step { command: "import".into(), args, sentence: plan.headline() };
        self.write_step(window, plan, step, Some(batch), cancelled)
    }

    /// Writes a plan as this step, with the file that it came from, before which a backup is made.
    pub(super) fn write_step(
        &self,
        window: &WindowId,
        plan: Plan,
        step: Step,
        batch: Option<ImportBatch>,
        cancelled: Arc<AtomicBool>,
    ) -> Result<(), ErrorReply> {
        let (origin, before) = (self.origin(), self.loaded(window)?);
        self.write(window, move |file| {
            if batch.is_some() {
                file.backup_now(BackupReason::Import, origin.now)?;
            }
            file.step(step, &origin, |edit| {
                let writing = Writing { edit, stop: &cancelled };
                writing.insert(batch.as_slice())?;
                writing.all(&plan)?;
                crate::holding::hold(edit, &before)
            })
        })
    }
}

struct Writing<'a, 'e> {
    edit: &'a Edit<'e>,
    stop: &'a AtomicBool,
}

impl Writing<'_, '_> {
    fn all(&self, plan: &Plan) -> Result<(), ErrorReply> {
        self.insert(&plan.new_organization_kinds)?;
        self.insert(&plan.new_relationship_kinds)?;
        self.insert(&plan.new_stages)?;
        self.insert(&plan.new_people)?;
        self.insert(&plan.new_organizations)?;
        self.update(&plan.changed_organizations)?;
        self.insert(&plan.new_tags)?;
        self.insert(&plan.new_organization_tags)?;
        self.insert(&plan.new_contacts)?;
        self.update(&plan.changed_contacts)?;
        self.put(&plan.custom_values)?;
        self.insert(&plan.new_aliases)?;
        self.insert(&plan.new_relationships)?;
        self.update(&plan.changed_relationships)?;
        self.put(&plan.commissions)?;
        self.insert(&plan.new_value_exchanges)?;
        self.insert(&plan.new_accounts)?;
        self.update(&plan.changed_accounts)?;
        self.insert(&plan.new_deals)?;
        self.update(&plan.changed_deals)?;
        self.insert(&plan.new_touches)?;
        self.update(&plan.changed_touches)?;
        self.put(&plan.deal_stage_entries)?;
        self.insert(&plan.new_account_activities)?;
        self.insert(&plan.new_foreign_ids)?;
        self.put(&plan.moved_foreign_ids)?;
        self.each(&plan.removed_actuals, |id| self.edit.delete::<Actual>(id))?;
        self.insert(&plan.new_actuals)?;
        self.update(&plan.changed_actuals)?;
        self.insert(plan.report.as_slice())?;
        self.update(&plan.changed_reports)?;
        self.insert(&plan.new_motions)?;
        self.update(&plan.changed_motions)?;
        self.insert(&plan.new_motion_partners)?;
        self.insert(&plan.new_phases)?;
        self.insert(&plan.new_tasks)?;
        self.update(&plan.changed_tasks)?;
        self.put(plan.mapping.as_slice())
    }

    fn insert<R: Row>(&self, rows: &[R]) -> Result<(), ErrorReply> {
        self.each(rows, |row| self.edit.insert(row))
    }

    fn update<R: Row>(&self, rows: &[R]) -> Result<(), ErrorReply> {
        self.each(rows, |row| self.edit.update(row))
    }

    fn put<R: Row>(&self, rows: &[R]) -> Result<(), ErrorReply> {
        self.each(rows, |row| self.edit.put(row))
    }

    fn each<R>(&self, rows: &[R], write: impl Fn(&R) -> Result<(), store::StoreError>) -> Result<(), ErrorReply> {
        for some in rows.chunks(ROWS_BETWEEN) {
            if self.stop.load(Ordering::Relaxed) {
                return Err(refusal(&ImportError::Cancelled));
            }
            some.iter().try_for_each(&write)?;
        }
        Ok(())
    }
}
