-- How sure, where to, and by which method: shapes of doubts, motions that go together, targets, reforecasts.

ALTER TABLE projection ADD COLUMN distribution TEXT;
ALTER TABLE projection_input ADD COLUMN distribution TEXT;
ALTER TABLE driver ADD COLUMN distribution TEXT;

ALTER TABLE settings ADD COLUMN simulation_correlation REAL NOT NULL DEFAULT 0.3
  CONSTRAINT "a correlation lies between 0 and 1" CHECK (simulation_correlation BETWEEN 0 AND 1);
ALTER TABLE settings ADD COLUMN simulation_runs INTEGER NOT NULL DEFAULT 10000
  CONSTRAINT "a simulation has between 100 and 100,000 runs" CHECK (simulation_runs BETWEEN 100 AND 100000);
ALTER TABLE settings ADD COLUMN simulation_seed INTEGER NOT NULL DEFAULT 1
  CONSTRAINT "a seed is not negative" CHECK (simulation_seed >= 0);

CREATE TABLE correlation_group (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  correlation REAL NOT NULL CONSTRAINT "a group's correlation lies between 0 and 1" CHECK (correlation BETWEEN 0 AND 1)
) STRICT;

CREATE TABLE correlation_member (
  motion TEXT NOT NULL PRIMARY KEY REFERENCES motion (id) DEFERRABLE INITIALLY DEFERRED,
  correlation_group TEXT NOT NULL REFERENCES correlation_group (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX correlation_member_by_group ON correlation_member (correlation_group);

CREATE TABLE target (
  metric TEXT NOT NULL REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (metric, year)
) STRICT;

CREATE TABLE reforecast_choice (
  metric TEXT NOT NULL PRIMARY KEY REFERENCES metric ("key") DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL
) STRICT;
