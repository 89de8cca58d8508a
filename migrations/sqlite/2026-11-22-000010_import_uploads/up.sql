-- A file that an officer has sent and seen the effect of, until they say that it may be read in: one for each session, for half an hour.
CREATE TABLE import_upload (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  file TEXT NOT NULL,
  content TEXT NOT NULL,
  is_sheet INTEGER NOT NULL,
  digest TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (session_id)
) STRICT;
