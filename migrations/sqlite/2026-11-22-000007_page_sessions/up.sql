-- Sessions of the pages: what the cookie of a signed-in browser is compared with. The session itself, with its end, is in the table session.
CREATE TABLE page_session (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  key_hash TEXT NOT NULL UNIQUE,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (session_id)
) STRICT;
