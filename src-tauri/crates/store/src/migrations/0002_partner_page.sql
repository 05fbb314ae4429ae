-- What the page of one partner keeps beside its row.

CREATE TABLE organization_region (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  region TEXT NOT NULL,
  PRIMARY KEY (organization, region)
) STRICT;

CREATE TABLE organization_segment (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  segment TEXT NOT NULL,
  PRIMARY KEY (organization, segment)
) STRICT;

CREATE TABLE organization_logo (
  organization TEXT NOT NULL PRIMARY KEY REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  png BLOB NOT NULL
) STRICT;

CREATE TABLE activity (
  id TEXT NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  next_step TEXT,
  next_by TEXT,
  next_done INTEGER NOT NULL CHECK (next_done IN (0, 1)),
  CONSTRAINT "a day to do something by needs something to do" CHECK (next_by IS NULL OR next_step IS NOT NULL)
) STRICT;
CREATE INDEX activity_by_organization ON activity (organization);
CREATE INDEX activity_by_person ON activity (person);

CREATE TABLE renewal (
  relationship TEXT NOT NULL PRIMARY KEY REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
