-- Accounts, sessions, portals and settings.

-- A person who signs in.
CREATE TABLE account (
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'officer', 'approver', 'focal_point', 'observer')),
  city_id uuid REFERENCES city (id),
  country text,
  language text,
  password_hash text,
  state text NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
  sessions_not_before timestamptz,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  last_login_at timestamptz,
  PRIMARY KEY (id),
  CHECK ((role = 'focal_point') = (city_id IS NOT NULL))
);
CREATE INDEX account_by_city ON account (city_id);

-- A way to set the first password, once.
CREATE TABLE invitation (
  token_hash text COLLATE "C" NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (token_hash)
);

-- A signed-in session with its rotating refresh token (hashes only): the part that stays the same for the session, and the whole.
CREATE TABLE session (
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  family_hash text COLLATE "C" NOT NULL,
  current_hash text COLLATE "C" NOT NULL,
  previous_hash text COLLATE "C",
  rotated_at timestamptz,
  grace_used boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_why text,
  PRIMARY KEY (id)
);
CREATE INDEX session_by_account ON session (account_id);

-- An external site.
CREATE TABLE portal (
  id uuid NOT NULL,
  slug text COLLATE "C" NOT NULL UNIQUE,
  settings jsonb NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (id)
);

-- A key of a site: hash only.
CREATE TABLE portal_key (
  id uuid NOT NULL,
  portal_id uuid NOT NULL REFERENCES portal (id),
  secret_hash text NOT NULL,
  label text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (id)
);
CREATE INDEX portal_key_by_portal ON portal_key (portal_id);

-- One value for the whole service.
CREATE TABLE setting (
  name text COLLATE "C" NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (name)
);

-- The first answer to a POST, given again to a retry.
CREATE TABLE idempotency (
  principal text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  request_key text COLLATE "C" NOT NULL,
  fingerprint text NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (principal, operation, request_key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
