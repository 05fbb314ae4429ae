-- What else a row is known by, and how files were mapped.

CREATE TABLE organization_alias (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  PRIMARY KEY (organization, name)
) STRICT;

-- "row" is the id of a row of the table that "noun" names, which no key can say.
CREATE TABLE foreign_id (
  noun TEXT NOT NULL,
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  "row" TEXT NOT NULL,
  PRIMARY KEY (noun, system, value)
) STRICT;
CREATE INDEX foreign_id_by_row ON foreign_id ("row");

CREATE TABLE import_mapping (
  id TEXT NOT NULL PRIMARY KEY,
  noun TEXT NOT NULL,
  signature TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  batch TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX import_mapping_by_batch ON import_mapping (batch);
