-- Requests, proposals, reviews, answers and partnerships.

-- A city asks for partners.
CREATE TABLE request (
  id uuid NOT NULL,
  city_id uuid NOT NULL REFERENCES city (id),
  kind text,
  themes jsonb NOT NULL,
  wants text NOT NULL,
  gives text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'in_review', 'answered', 'withdrawn')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX request_by_city ON request (city_id, id);

-- A city's word on a suggestion. The newest on a pair counts.
CREATE TABLE feedback (
  id uuid NOT NULL,
  city_id uuid NOT NULL REFERENCES city (id),
  other_id uuid NOT NULL REFERENCES city (id),
  kind text NOT NULL,
  theme text,
  verdict text NOT NULL CHECK (verdict IN ('interested', 'not_interested', 'already_partners')),
  reason text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CHECK (city_id <> other_id)
);
CREATE INDEX feedback_by_city ON feedback (city_id, id);

-- A pairing put to the secretariat. Four eyes stand in the schema too.
CREATE TABLE proposal (
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('peer_learning', 'sister_city', 'mutual_aid')),
  theme text,
  first_id uuid NOT NULL REFERENCES city (id),
  second_id uuid NOT NULL REFERENCES city (id),
  state text NOT NULL CHECK (state IN ('proposed', 'recommended', 'approved', 'invited', 'accepted', 'published', 'deferred', 'returned', 'rejected', 'withdrawn', 'expired', 'declined')),
  version bigint NOT NULL,
  request_id uuid REFERENCES request (id),
  summary text NOT NULL,
  explanation jsonb NOT NULL,
  content_hash text NOT NULL,
  model_name text NOT NULL,
  model_hash text NOT NULL,
  snapshot_hash text NOT NULL,
  score double precision,
  alternates jsonb NOT NULL,
  is_held boolean NOT NULL,
  created_by uuid NOT NULL,
  last_edited_by uuid NOT NULL,
  recommended_by uuid,
  approved_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  invited_at timestamptz,
  expires_at timestamptz,
  published_at timestamptz,
  PRIMARY KEY (id),
  CHECK (first_id <> second_id),
  CHECK (kind = 'peer_learning' OR first_id < second_id),
  CHECK (approved_by <> created_by),
  CHECK (approved_by <> last_edited_by),
  CHECK (approved_by <> recommended_by),
  CHECK (state NOT IN ('approved', 'invited', 'accepted', 'published') OR approved_by IS NOT NULL)
);
CREATE INDEX proposal_by_state ON proposal (state, id);
CREATE INDEX proposal_by_first ON proposal (first_id, id);
CREATE INDEX proposal_by_second ON proposal (second_id, id);
-- One pairing is under way once: two officers who propose it in the same moment would send two invitations.
CREATE UNIQUE INDEX proposal_under_way ON proposal (kind, first_id, second_id, COALESCE(theme, ''))
  WHERE state NOT IN ('rejected', 'withdrawn', 'expired', 'declined');

-- Every step of a proposal, in order; never changed.
CREATE TABLE proposal_step (
  proposal_id uuid NOT NULL REFERENCES proposal (id),
  number integer NOT NULL,
  deed text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  version bigint NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  reason_code text,
  reason text,
  seen_hash text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (proposal_id, number)
);

-- A reviewer's word; never changed.
CREATE TABLE review (
  id uuid NOT NULL,
  proposal_id uuid NOT NULL REFERENCES proposal (id),
  proposal_version bigint NOT NULL,
  reviewer_id uuid NOT NULL,
  reviewer_role text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('recommend', 'approve', 'reject', 'defer', 'return')),
  reason_code text,
  reason text,
  seen_hash text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX review_by_proposal ON review (proposal_id, id);

-- A city's word on an invitation.
CREATE TABLE answer (
  id uuid NOT NULL,
  proposal_id uuid NOT NULL REFERENCES proposal (id),
  city_id uuid NOT NULL REFERENCES city (id),
  word text NOT NULL CHECK (word IN ('accept', 'decline')),
  reason_code text,
  reason text,
  answered_by uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (proposal_id, city_id)
);

-- An accepted proposal, or a tie that stood before (city_b_id is absent where the partner is no member).
CREATE TABLE partnership (
  id uuid NOT NULL,
  kind text NOT NULL,
  theme text,
  city_a_id uuid NOT NULL REFERENCES city (id),
  city_b_id uuid REFERENCES city (id),
  other_name text,
  other_country text COLLATE "C",
  state text NOT NULL CHECK (state IN ('exploring', 'preparing', 'active', 'dormant', 'completed', 'emeritus', 'ended', 'recorded')),
  since_year integer,
  source text,
  from_memory boolean NOT NULL,
  proposal_id uuid UNIQUE REFERENCES proposal (id),
  summary text,
  published_at timestamptz,
  withdrawn_at timestamptz,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CHECK (city_a_id <> city_b_id),
  CHECK ((city_b_id IS NULL) = (other_name IS NOT NULL))
);
CREATE INDEX partnership_by_a ON partnership (city_a_id, id);
CREATE INDEX partnership_by_b ON partnership (city_b_id, id);
CREATE INDEX partnership_by_publication ON partnership (published_at, id);
