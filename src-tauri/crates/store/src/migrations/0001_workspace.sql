-- The nouns of one partner program. Every table is STRICT with a primary key, so that the session extension records
-- it; every foreign key is deferred, so that a changeset applies in any order. Enumerations carry no CHECK: a word
-- that is added later must not need a new table. A constraint's name is the sentence that a person reads when it
-- refuses.

CREATE TABLE settings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'workspace'),
  name TEXT NOT NULL,
  us TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  currency TEXT NOT NULL,
  fiscal_first_month INTEGER NOT NULL CONSTRAINT "a fiscal year begins in month 1 to 12" CHECK (fiscal_first_month BETWEEN 1 AND 12),
  bounds_lower REAL NOT NULL,
  bounds_upper REAL NOT NULL,
  language TEXT NOT NULL
) STRICT;

CREATE TABLE organization_kind (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  shape TEXT NOT NULL,
  glyph TEXT NOT NULL,
  color TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE relationship_kind (
  "key" TEXT NOT NULL PRIMARY KEY,
  forward TEXT NOT NULL,
  reverse TEXT NOT NULL,
  symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
  has_default_lens INTEGER NOT NULL CHECK (has_default_lens IN (0, 1)),
  focus REAL,
  relationship_type REAL,
  value_exchange REAL,
  scales_by REAL,
  success_metrics REAL,
  involvement REAL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE motion_kind (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  focus REAL,
  relationship_type REAL,
  value_exchange REAL,
  scales_by REAL,
  success_metrics REAL,
  involvement REAL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE stage (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE metric (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  better TEXT NOT NULL,
  over_months TEXT NOT NULL,
  side TEXT NOT NULL,
  basis TEXT NOT NULL,
  definition TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  function TEXT NOT NULL,
  email TEXT
) STRICT;

CREATE TABLE organization (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES organization_kind ("key") DEFERRABLE INITIALLY DEFERRED,
  stage TEXT REFERENCES stage ("key") DEFERRABLE INITIALLY DEFERRED,
  tier TEXT,
  owner_person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  owner_function TEXT CONSTRAINT "an owner is a person or a function" CHECK (owner_person IS NULL OR owner_function IS NULL),
  "group" TEXT,
  region TEXT,
  website TEXT,
  since TEXT,
  notes TEXT NOT NULL,
  placeholder INTEGER NOT NULL CHECK (placeholder IN (0, 1)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  notes_audience TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX organization_by_kind ON organization (kind);
CREATE INDEX organization_by_stage ON organization (stage);
CREATE INDEX organization_by_owner ON organization (owner_person);

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  role TEXT,
  email TEXT,
  phone TEXT
) STRICT;
CREATE INDEX contact_by_organization ON contact (organization);

CREATE TABLE tag (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  color TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE organization_tag (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  tag TEXT NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (organization, tag)
) STRICT;
CREATE INDEX organization_tag_by_tag ON organization_tag (tag);

CREATE TABLE custom_field (
  "key" TEXT NOT NULL PRIMARY KEY,
  noun TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  choices TEXT,
  audience TEXT NOT NULL DEFAULT 'internal',
  position INTEGER NOT NULL
) STRICT;

-- "row" is the id of a row of the field's noun; which table that is depends on the field, so no key can say it.
CREATE TABLE custom_value (
  field TEXT NOT NULL REFERENCES custom_field ("key") DEFERRABLE INITIALLY DEFERRED,
  "row" TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (field, "row")
) STRICT;
CREATE INDEX custom_value_by_row ON custom_value ("row");

CREATE TABLE relationship (
  id TEXT NOT NULL PRIMARY KEY,
  "from" TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  "to" TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL REFERENCES relationship_kind ("key") DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  since TEXT,
  tier TEXT,
  strength INTEGER CONSTRAINT "a strength is 1 to 5" CHECK (strength BETWEEN 1 AND 5),
  commission TEXT,
  notes TEXT NOT NULL,
  notes_audience TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX relationship_by_from ON relationship ("from");
CREATE INDEX relationship_by_to ON relationship ("to");
CREATE INDEX relationship_by_kind ON relationship (kind);

CREATE TABLE value_exchange (
  id TEXT NOT NULL PRIMARY KEY,
  relationship TEXT NOT NULL REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  weight INTEGER NOT NULL CONSTRAINT "a weight is 1 to 5" CHECK (weight BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX value_exchange_by_relationship ON value_exchange (relationship);

CREATE TABLE signal (
  id TEXT NOT NULL PRIMARY KEY,
  organization TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  relationship TEXT REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  date TEXT NOT NULL,
  CONSTRAINT "a signal is about an organization or a relationship" CHECK ((organization IS NULL) <> (relationship IS NULL))
) STRICT;
CREATE INDEX signal_by_organization ON signal (organization);
CREATE INDEX signal_by_relationship ON signal (relationship);

CREATE TABLE overrule (
  id TEXT NOT NULL PRIMARY KEY,
  relationship TEXT NOT NULL REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  focus REAL,
  relationship_type REAL,
  value_exchange REAL,
  scales_by REAL,
  success_metrics REAL,
  involvement REAL,
  reason TEXT NOT NULL,
  date TEXT NOT NULL
) STRICT;
CREATE INDEX overrule_by_relationship ON overrule (relationship);

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  domain TEXT,
  target INTEGER NOT NULL CHECK (target IN (0, 1))
) STRICT;

CREATE TABLE motion (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES motion_kind ("key") DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  health TEXT NOT NULL,
  objective TEXT NOT NULL,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL,
  owner_person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  owner_function TEXT CONSTRAINT "an owner is a person or a function" CHECK (owner_person IS NULL OR owner_function IS NULL),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  CONSTRAINT "a motion ends no earlier than it starts" CHECK ("end" >= start)
) STRICT;
CREATE INDEX motion_by_kind ON motion (kind);
CREATE INDEX motion_by_owner ON motion (owner_person);

CREATE TABLE deal (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  stage TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT,
  motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX deal_by_account ON deal (account);
CREATE INDEX deal_by_motion ON deal (motion);

CREATE TABLE touch (
  id TEXT NOT NULL PRIMARY KEY,
  deal TEXT NOT NULL REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  share REAL NOT NULL CONSTRAINT "a share lies between 0 and 1" CHECK (share BETWEEN 0 AND 1),
  evidence TEXT NOT NULL
) STRICT;
CREATE INDEX touch_by_deal ON touch (deal);
CREATE INDEX touch_by_organization ON touch (organization);

CREATE TABLE motion_partner (
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  PRIMARY KEY (motion, organization)
) STRICT;
CREATE INDEX motion_partner_by_organization ON motion_partner (organization);

CREATE TABLE task (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  owner_person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  owner_function TEXT CONSTRAINT "an owner is a person or a function" CHECK (owner_person IS NULL OR owner_function IS NULL),
  start TEXT,
  due TEXT,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  effort_days REAL
) STRICT;
CREATE INDEX task_by_motion ON task (motion);
CREATE INDEX task_by_owner ON task (owner_person);

CREATE TABLE milestone (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1))
) STRICT;
CREATE INDEX milestone_by_motion ON milestone (motion);

CREATE TABLE dependency (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  after TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "a motion waits for another motion" CHECK (motion <> after)
) STRICT;
CREATE INDEX dependency_by_motion ON dependency (motion);
CREATE INDEX dependency_by_after ON dependency (after);

CREATE TABLE budget_line (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  behavior TEXT NOT NULL,
  currency TEXT NOT NULL,
  planned_minor INTEGER NOT NULL,
  committed_minor INTEGER NOT NULL,
  spent_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_line_by_motion ON budget_line (motion);

CREATE TABLE budget_share (
  budget_line TEXT NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  share REAL NOT NULL CONSTRAINT "a share lies between 0 and 1" CHECK (share BETWEEN 0 AND 1),
  position INTEGER NOT NULL,
  PRIMARY KEY (budget_line, organization)
) STRICT;
CREATE INDEX budget_share_by_organization ON budget_share (organization);

CREATE TABLE fund (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  giver TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  accrued INTEGER NOT NULL CHECK (accrued IN (0, 1)),
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  requested TEXT,
  approved TEXT,
  spent TEXT,
  claimed TEXT,
  claim_by TEXT,
  reimbursed TEXT,
  expires TEXT
) STRICT;
CREATE INDEX fund_by_motion ON fund (motion);
CREATE INDEX fund_by_giver ON fund (giver);

CREATE TABLE projection (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  metric TEXT NOT NULL REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  months INTEGER NOT NULL CONSTRAINT "a projection has 1 to 120 months" CHECK (months BETWEEN 1 AND 120),
  model TEXT NOT NULL,
  total REAL NOT NULL,
  low REAL,
  high REAL
) STRICT;
CREATE INDEX projection_by_motion ON projection (motion);
CREATE INDEX projection_by_metric ON projection (metric);

CREATE TABLE projection_input (
  projection TEXT NOT NULL REFERENCES projection (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (projection, name)
) STRICT;

CREATE TABLE projection_figure (
  projection TEXT NOT NULL REFERENCES projection (id) DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (projection, month)
) STRICT;

CREATE TABLE import_batch (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  time TEXT NOT NULL,
  rows BLOB NOT NULL
) STRICT;

CREATE TABLE actual (
  id TEXT NOT NULL PRIMARY KEY,
  motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  metric TEXT NOT NULL REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  month TEXT NOT NULL,
  source TEXT NOT NULL,
  minor INTEGER,
  currency TEXT,
  "real" REAL,
  batch TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "an actual has a motion or an organization" CHECK (motion IS NOT NULL OR organization IS NOT NULL),
  CONSTRAINT "a figure is money or a number" CHECK ((minor IS NULL) <> ("real" IS NULL)),
  CONSTRAINT "money has a currency" CHECK ((minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX actual_by_motion ON actual (motion);
CREATE INDEX actual_by_organization ON actual (organization);
CREATE INDEX actual_by_metric ON actual (metric);
CREATE INDEX actual_by_batch ON actual (batch);

CREATE TABLE scenario (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- "row" is the id of a row of "table", which no key can say.
CREATE TABLE scenario_difference (
  id TEXT NOT NULL PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenario (id) DEFERRABLE INITIALLY DEFERRED,
  "table" TEXT NOT NULL,
  "row" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX scenario_difference_by_scenario ON scenario_difference (scenario);
CREATE INDEX scenario_difference_by_row ON scenario_difference ("row");

CREATE TABLE locked_plan (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE view (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  style TEXT NOT NULL,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE placement (
  view TEXT NOT NULL REFERENCES view (id) DEFERRABLE INITIALLY DEFERRED,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  x REAL NOT NULL,
  y REAL NOT NULL,
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  PRIMARY KEY (view, organization)
) STRICT;
CREATE INDEX placement_by_organization ON placement (organization);

CREATE TABLE scene (
  id TEXT NOT NULL PRIMARY KEY,
  view TEXT REFERENCES view (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  notes TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  position INTEGER NOT NULL,
  notes_audience TEXT NOT NULL DEFAULT 'internal'
) STRICT;
CREATE INDEX scene_by_view ON scene (view);

CREATE TABLE plan_document (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  audience TEXT NOT NULL,
  language TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;

-- The one table that steps do not record: they are recorded in it. The changeset is compressed; it is missing where
-- there is nothing to take back.
CREATE TABLE history (
  seq INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  target_seq INTEGER REFERENCES history (seq) DEFERRABLE INITIALLY DEFERRED,
  command TEXT NOT NULL,
  args TEXT NOT NULL,
  sentence TEXT NOT NULL,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  changeset BLOB
) STRICT;
