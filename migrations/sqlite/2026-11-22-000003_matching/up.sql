-- Requests, proposals, reviews, answers and partnerships.

-- A city asks for partners.
CREATE TABLE request (
  id TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES city (id),
  kind TEXT,
  themes TEXT NOT NULL CHECK (json_valid(themes)),
  wants TEXT NOT NULL,
  gives TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'in_review', 'answered', 'withdrawn')),
  answer TEXT,
  answered_by TEXT,
  answered_at TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX request_by_city ON request (city_id, id);

-- A city's word on a suggestion. The newest on a pair counts.
CREATE TABLE feedback (
  id TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES city (id),
  other_id TEXT NOT NULL REFERENCES city (id),
  kind TEXT NOT NULL,
  theme TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('interested', 'not_interested', 'already_partners')),
  reason TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (city_id <> other_id)
) STRICT;
CREATE INDEX feedback_by_city ON feedback (city_id, id);

-- A pairing put to the secretariat. Four eyes stand in the schema too.
CREATE TABLE proposal (
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('peer_learning', 'sister_city', 'mutual_aid')),
  theme TEXT,
  first_id TEXT NOT NULL REFERENCES city (id),
  second_id TEXT NOT NULL REFERENCES city (id),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'recommended', 'approved', 'invited', 'accepted', 'published', 'deferred', 'returned', 'rejected', 'withdrawn', 'expired', 'declined')),
  version INTEGER NOT NULL,
  request_id TEXT REFERENCES request (id),
  summary TEXT NOT NULL,
  explanation TEXT NOT NULL CHECK (json_valid(explanation)),
  content_hash TEXT NOT NULL,
  model_name TEXT NOT NULL,
  model_hash TEXT NOT NULL,
  snapshot_hash TEXT NOT NULL,
  score REAL,
  alternates TEXT NOT NULL CHECK (json_valid(alternates)),
  is_held INTEGER NOT NULL CHECK (is_held IN (0, 1)),
  created_by TEXT NOT NULL,
  last_edited_by TEXT NOT NULL,
  recommended_by TEXT,
  approved_by TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  invited_at TEXT,
  expires_at TEXT,
  published_at TEXT,
  PRIMARY KEY (id),
  CHECK (first_id <> second_id),
  CHECK (kind = 'peer_learning' OR first_id < second_id),
  CHECK (approved_by <> created_by),
  CHECK (approved_by <> last_edited_by),
  CHECK (approved_by <> recommended_by),
  CHECK (state NOT IN ('approved', 'invited', 'accepted', 'published') OR approved_by IS NOT NULL)
) STRICT;
CREATE INDEX proposal_by_state ON proposal (state, id);
CREATE INDEX proposal_by_first ON proposal (first_id, id);
CREATE INDEX proposal_by_second ON proposal (second_id, id);
-- One pairing is under way once: two officers who propose it in the same moment would send two invitations.
CREATE UNIQUE INDEX proposal_under_way ON proposal (kind, first_id, second_id, COALESCE(theme, ''))
  WHERE state NOT IN ('rejected', 'withdrawn', 'expired', 'declined');

-- Every step of a proposal, in order; never changed.
CREATE TABLE proposal_step (
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  number INTEGER NOT NULL,
  deed TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  version INTEGER NOT NULL,
  actor_id TEXT,
  actor_role TEXT NOT NULL,
  reason_code TEXT,
  reason TEXT,
  seen_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (proposal_id, number)
) STRICT;

-- A reviewer's word; never changed.
CREATE TABLE review (
  id TEXT NOT NULL,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  proposal_version INTEGER NOT NULL,
  reviewer_id TEXT NOT NULL,
  reviewer_role TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('recommend', 'approve', 'reject', 'defer', 'return')),
  reason_code TEXT,
  reason TEXT,
  seen_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX review_by_proposal ON review (proposal_id, id);

-- A city's word on an invitation.
CREATE TABLE answer (
  id TEXT NOT NULL,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  city_id TEXT NOT NULL REFERENCES city (id),
  word TEXT NOT NULL CHECK (word IN ('accept', 'decline')),
  reason_code TEXT,
  reason TEXT,
  answered_by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (proposal_id, city_id)
) STRICT;

-- An accepted proposal, or a tie that stood before (city_b_id is absent where the partner is no member).
CREATE TABLE partnership (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  theme TEXT,
  city_a_id TEXT NOT NULL REFERENCES city (id),
  city_b_id TEXT REFERENCES city (id),
  other_name TEXT,
  other_country TEXT,
  state TEXT NOT NULL CHECK (state IN ('exploring', 'preparing', 'active', 'dormant', 'completed', 'emeritus', 'ended', 'recorded')),
  since_year INTEGER,
  source TEXT,
  from_memory INTEGER NOT NULL CHECK (from_memory IN (0, 1)),
  proposal_id TEXT UNIQUE REFERENCES proposal (id),
  summary TEXT,
  published_at TEXT,
  withdrawn_at TEXT,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (city_a_id <> city_b_id),
  CHECK ((city_b_id IS NULL) = (other_name IS NOT NULL))
) STRICT;
CREATE INDEX partnership_by_a ON partnership (city_a_id, id);
CREATE INDEX partnership_by_b ON partnership (city_b_id, id);
CREATE INDEX partnership_by_publication ON partnership (published_at, id);
