-- What relationships are worth to both sides, what they pay, and how their depth is found.

CREATE TABLE value_kind (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  money INTEGER NOT NULL CHECK (money IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

ALTER TABLE value_exchange ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

CREATE TABLE commission (
  relationship TEXT NOT NULL PRIMARY KEY REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  per TEXT NOT NULL,
  percent REAL,
  flat_minor INTEGER,
  flat_currency TEXT,
  lasts TEXT NOT NULL,
  months INTEGER,
  cookie_days INTEGER,
  audience TEXT NOT NULL DEFAULT 'internal',
  CONSTRAINT "commission is a percentage or an amount" CHECK ((percent IS NULL) <> (flat_minor IS NULL)),
  CONSTRAINT "an amount of commission has a currency" CHECK ((flat_minor IS NULL) = (flat_currency IS NULL))
) STRICT;

CREATE TABLE commission_tier (
  relationship TEXT NOT NULL REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  "from" INTEGER NOT NULL CONSTRAINT "a tier begins at 2 or more" CHECK ("from" >= 2),
  percent REAL,
  flat_minor INTEGER,
  flat_currency TEXT,
  PRIMARY KEY (relationship, "from"),
  CONSTRAINT "commission is a percentage or an amount" CHECK ((percent IS NULL) <> (flat_minor IS NULL)),
  CONSTRAINT "an amount of commission has a currency" CHECK ((flat_minor IS NULL) = (flat_currency IS NULL))
) STRICT;

-- A character that stays although its depth lies past a bound, because it is not past it by enough.
CREATE TABLE held_character (
  relationship TEXT NOT NULL PRIMARY KEY REFERENCES relationship (id) DEFERRABLE INITIALLY DEFERRED,
  character TEXT NOT NULL
) STRICT;

ALTER TABLE settings ADD COLUMN lens_rules INTEGER NOT NULL DEFAULT 1;
