-- Joint work: whose money, whose part in it, what may go wrong, what was decided, and the plan that two companies share.

ALTER TABLE motion ADD COLUMN health_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE motion ADD COLUMN health_audience TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE motion ADD COLUMN objective_audience TEXT NOT NULL DEFAULT 'partner';

ALTER TABLE budget_line ADD COLUMN projection TEXT REFERENCES projection (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE budget_line ADD COLUMN rate REAL;
ALTER TABLE budget_line ADD COLUMN audience TEXT NOT NULL DEFAULT 'partner';
CREATE INDEX budget_line_by_projection ON budget_line (projection);
ALTER TABLE budget_share ADD COLUMN amount_minor INTEGER;

ALTER TABLE fund ADD COLUMN proof TEXT NOT NULL DEFAULT '';
ALTER TABLE fund ADD COLUMN audience TEXT NOT NULL DEFAULT 'partner';

CREATE TABLE raci (
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  function TEXT NOT NULL,
  letter TEXT NOT NULL,
  PRIMARY KEY (motion, organization, function)
) STRICT;
CREATE INDEX raci_by_organization ON raci (organization);

CREATE TABLE risk (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL,
  likelihood INTEGER NOT NULL CONSTRAINT "a likelihood is 1 to 5" CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CONSTRAINT "an impact is 1 to 5" CHECK (impact BETWEEN 1 AND 5),
  answer TEXT NOT NULL,
  owner_person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  owner_function TEXT CONSTRAINT "an owner is a person or a function" CHECK (owner_person IS NULL OR owner_function IS NULL),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  audience TEXT NOT NULL
) STRICT;
CREATE INDEX risk_by_motion ON risk (motion);
CREATE INDEX risk_by_owner ON risk (owner_person);

CREATE TABLE motion_note (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  audience TEXT NOT NULL
) STRICT;
CREATE INDEX motion_note_by_motion ON motion_note (motion);

CREATE TABLE joint_plan_text (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY (organization, field)
) STRICT;

CREATE TABLE joint_plan_account (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY (organization, account)
) STRICT;
CREATE INDEX joint_plan_account_by_account ON joint_plan_account (account);

-- A target is kept as its four quarters, so that it always is their sum: minor units of the currency, or whole things
-- where there is none.
CREATE TABLE joint_objective (
  id TEXT NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  metric TEXT REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  currency TEXT,
  q1 INTEGER,
  q2 INTEGER,
  q3 INTEGER,
  q4 INTEGER,
  audience TEXT NOT NULL,
  position INTEGER NOT NULL,
  CONSTRAINT "a target has all four quarters or none" CHECK (
    (q1 IS NULL) = (q2 IS NULL) AND (q1 IS NULL) = (q3 IS NULL) AND (q1 IS NULL) = (q4 IS NULL)
    AND (currency IS NULL OR q1 IS NOT NULL)
  )
) STRICT;
CREATE INDEX joint_objective_by_organization ON joint_objective (organization);
CREATE INDEX joint_objective_by_metric ON joint_objective (metric);

CREATE TABLE capacity (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  function TEXT NOT NULL,
  days REAL NOT NULL CONSTRAINT "a month has 0 to 1000 days of a function" CHECK (days BETWEEN 0 AND 1000),
  PRIMARY KEY (organization, function)
) STRICT;
