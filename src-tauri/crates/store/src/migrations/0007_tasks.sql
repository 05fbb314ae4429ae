-- Tasks in phases, with notes, checklists, dependencies and owners at partners; what motions are judged by; saved playbooks.

CREATE TABLE phase (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX phase_by_motion ON phase (motion);

ALTER TABLE task ADD COLUMN owner_contact TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
  CONSTRAINT "a task has one owner" CHECK (owner_contact IS NULL OR (owner_person IS NULL AND owner_function IS NULL));
ALTER TABLE task ADD COLUMN phase TEXT REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE task ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN notes_audience TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE task ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
CREATE INDEX task_by_contact ON task (owner_contact);
CREATE INDEX task_by_phase ON task (phase);

CREATE TABLE checklist_item (
  id TEXT NOT NULL PRIMARY KEY,
  task TEXT NOT NULL REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX checklist_item_by_task ON checklist_item (task);

CREATE TABLE task_dependency (
  id TEXT NOT NULL PRIMARY KEY,
  task TEXT REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  milestone TEXT REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED,
  after_task TEXT REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  after_milestone TEXT REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED,
  lag_days INTEGER NOT NULL CONSTRAINT "days in between are 0 or more" CHECK (lag_days >= 0),
  CONSTRAINT "a task or a milestone waits" CHECK ((task IS NULL) <> (milestone IS NULL)),
  CONSTRAINT "it waits for a task or a milestone" CHECK ((after_task IS NULL) <> (after_milestone IS NULL)),
  CONSTRAINT "a step waits for another step" CHECK (task IS NOT after_task OR milestone IS NOT after_milestone)
) STRICT;
CREATE INDEX task_dependency_by_task ON task_dependency (task);
CREATE INDEX task_dependency_by_milestone ON task_dependency (milestone);
CREATE INDEX task_dependency_by_after_task ON task_dependency (after_task);
CREATE INDEX task_dependency_by_after_milestone ON task_dependency (after_milestone);

CREATE TABLE motion_metric (
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  metric TEXT NOT NULL REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (motion, metric)
) STRICT;
CREATE INDEX motion_metric_by_metric ON motion_metric (metric);

CREATE TABLE playbook (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES motion_kind ("key") DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX playbook_by_kind ON playbook (kind);
