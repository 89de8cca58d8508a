-- A file that an officer has sent and seen the effect of, until they say that it may be read in: one for each session, for half an hour.
CREATE TABLE import_upload (
  session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  what text NOT NULL,
  file text NOT NULL,
  content text NOT NULL,
  is_sheet boolean NOT NULL,
  digest text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (session_id)
);
