-- The ideal-partner profile, and what was answered about each partner. A workspace without criteria has the built-in ones.

CREATE TABLE fit_criterion (
  "key" TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  weight INTEGER NOT NULL CONSTRAINT "a criterion weighs 0 to 5" CHECK (weight BETWEEN 0 AND 5),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE fit_answer (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  criterion TEXT NOT NULL REFERENCES fit_criterion ("key") DEFERRABLE INITIALLY DEFERRED,
  score INTEGER CONSTRAINT "an answer is 1 to 5" CHECK (score BETWEEN 1 AND 5),
  note TEXT NOT NULL,
  PRIMARY KEY (organization, criterion)
) STRICT;
CREATE INDEX fit_answer_by_criterion ON fit_answer (criterion);

CREATE TABLE gate_answer (
  organization TEXT NOT NULL REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
  question TEXT NOT NULL,
  answer INTEGER CHECK (answer IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (organization, question)
) STRICT;
