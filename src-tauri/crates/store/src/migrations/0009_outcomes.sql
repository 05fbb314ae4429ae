-- Outcomes: metrics with an origin, projections from inputs, reports of networks, and what deals are judged by.

ALTER TABLE metric ADD COLUMN over_motions TEXT NOT NULL DEFAULT 'sum';
ALTER TABLE metric ADD COLUMN origin TEXT NOT NULL DEFAULT 'measured';
ALTER TABLE metric ADD COLUMN rule TEXT;
ALTER TABLE metric ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE metric ADD COLUMN headline INTEGER NOT NULL DEFAULT 0 CHECK (headline IN (0, 1));

ALTER TABLE settings ADD COLUMN sourcing_quiet_days INTEGER NOT NULL DEFAULT 90;
ALTER TABLE settings ADD COLUMN sourcing_window_days INTEGER NOT NULL DEFAULT 180;
ALTER TABLE settings ADD COLUMN lift_stage TEXT;
ALTER TABLE settings ADD COLUMN influence TEXT NOT NULL DEFAULT 'split';
ALTER TABLE settings ADD COLUMN epc_clicks INTEGER NOT NULL DEFAULT 1;
ALTER TABLE settings ADD COLUMN cost_has_platform_fee INTEGER NOT NULL DEFAULT 0 CHECK (cost_has_platform_fee IN (0, 1));
ALTER TABLE settings ADD COLUMN cost_has_discounts INTEGER NOT NULL DEFAULT 0 CHECK (cost_has_discounts IN (0, 1));
ALTER TABLE settings ADD COLUMN quality_coverage REAL NOT NULL DEFAULT 0.3;
ALTER TABLE settings ADD COLUMN quality_win_rate REAL NOT NULL DEFAULT 0.3;
ALTER TABLE settings ADD COLUMN quality_age REAL NOT NULL DEFAULT 0.2;
ALTER TABLE settings ADD COLUMN quality_next_step REAL NOT NULL DEFAULT 0.2;
ALTER TABLE settings ADD COLUMN fund_window_months INTEGER NOT NULL DEFAULT 12;

ALTER TABLE deal ADD COLUMN probability REAL CONSTRAINT "a probability lies between 0 and 1" CHECK (probability BETWEEN 0 AND 1);
ALTER TABLE deal ADD COLUMN next_step TEXT NOT NULL DEFAULT '';
ALTER TABLE deal ADD COLUMN expected_close TEXT;
ALTER TABLE touch ADD COLUMN motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX touch_by_motion ON touch (motion);

CREATE TABLE deal_stage_entry (
  deal TEXT NOT NULL REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  entered TEXT NOT NULL,
  PRIMARY KEY (deal, stage)
) STRICT;

CREATE TABLE account_activity (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  what TEXT NOT NULL
) STRICT;
CREATE INDEX account_activity_by_account ON account_activity (account);

CREATE TABLE driver (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL NOT NULL,
  low REAL,
  high REAL
) STRICT;

ALTER TABLE projection_input ADD COLUMN low REAL;
ALTER TABLE projection_input ADD COLUMN high REAL;
ALTER TABLE projection_input ADD COLUMN driver TEXT REFERENCES driver (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX projection_input_by_driver ON projection_input (driver);

ALTER TABLE actual ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 1 CHECK (confirmed IN (0, 1));

CREATE TABLE actual_report (
  batch TEXT NOT NULL PRIMARY KEY REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  profile TEXT NOT NULL,
  basis TEXT NOT NULL,
  dated_by TEXT NOT NULL,
  "first" TEXT,
  "last" TEXT,
  running INTEGER NOT NULL CHECK (running IN (0, 1)),
  motion TEXT REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1))
) STRICT;
CREATE INDEX actual_report_by_motion ON actual_report (motion);

CREATE TABLE exchange_rate (
  id TEXT NOT NULL PRIMARY KEY,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  rate REAL NOT NULL CONSTRAINT "a rate is more than nothing" CHECK (rate > 0),
  date TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE market_figure (
  id TEXT NOT NULL PRIMARY KEY,
  year INTEGER NOT NULL,
  minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  scope TEXT NOT NULL,
  source TEXT NOT NULL CONSTRAINT "a market figure needs its source" CHECK (source <> '')
) STRICT;

CREATE TABLE variance_reason (
  motion TEXT NOT NULL REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  metric TEXT NOT NULL REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY (motion, metric)
) STRICT;
CREATE INDEX variance_reason_by_metric ON variance_reason (metric);
