-- Accounts, sessions, portals and settings.

-- A person who signs in.
CREATE TABLE account (
  id TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'officer', 'approver', 'focal_point', 'observer')),
  city_id TEXT REFERENCES city (id),
  country TEXT,
  language TEXT,
  password_hash TEXT,
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
  sessions_not_before TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  last_login_at TEXT,
  PRIMARY KEY (id),
  CHECK ((role = 'focal_point') = (city_id IS NOT NULL))
) STRICT;
CREATE INDEX account_by_city ON account (city_id);

-- A way to set the first password, once.
CREATE TABLE invitation (
  token_hash TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  expires_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (token_hash)
) STRICT;

-- A signed-in session with its rotating refresh token (hashes only): the part that stays the same for the session, and the whole.
CREATE TABLE session (
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  family_hash TEXT NOT NULL,
  current_hash TEXT NOT NULL,
  previous_hash TEXT,
  rotated_at TEXT,
  grace_used INTEGER NOT NULL CHECK (grace_used IN (0, 1)),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT,
  revoked_why TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX session_by_account ON session (account_id);

-- An external site.
CREATE TABLE portal (
  id TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;

-- A key of a site: hash only.
CREATE TABLE portal_key (
  id TEXT NOT NULL,
  portal_id TEXT NOT NULL REFERENCES portal (id),
  secret_hash TEXT NOT NULL,
  label TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT,
  last_used_at TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX portal_key_by_portal ON portal_key (portal_id);

-- One value for the whole service.
CREATE TABLE setting (
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (name)
) STRICT;

-- The first answer to a POST, given again to a retry.
CREATE TABLE idempotency (
  principal TEXT NOT NULL,
  operation TEXT NOT NULL,
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (principal, operation, request_key)
) STRICT;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
