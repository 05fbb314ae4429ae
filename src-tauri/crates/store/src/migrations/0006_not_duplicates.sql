-- Pairs of organizations that look like one and of which a person said that they are two.

CREATE TABLE not_duplicate (
  "first" TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  "second" TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY ("first", "second"),
  CONSTRAINT "a pair is two organizations in order" CHECK ("first" < "second")
) STRICT;
CREATE INDEX not_duplicate_by_second ON not_duplicate ("second");
