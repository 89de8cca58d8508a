-- Filters of the review queue that a person has given a name: for them alone.
CREATE TABLE saved_view (
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (account_id, name)
) STRICT;
