-- Filters of the review queue that a person has given a name: for them alone.
CREATE TABLE saved_view (
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (account_id, name)
);
