-- Matching rounds with their runs, and the long work behind them.

-- Long work: queued, leased by a worker, told as it goes, ended once.
CREATE TABLE job (
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('compute_round')),
  object_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  stage TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  leased_by TEXT,
  leased_until TEXT,
  is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
  failure TEXT,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (id),
  CHECK ((leased_by IS NULL) = (leased_until IS NULL)),
  CHECK ((state = 'running') = (leased_by IS NOT NULL)),
  CHECK ((state IN ('succeeded', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
) STRICT;
CREATE INDEX job_by_state ON job (state, id);
-- One thing is worked on once at a time.
CREATE UNIQUE INDEX job_under_way ON job (object_id) WHERE state IN ('queued', 'running');

CREATE TABLE round (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('peer_learning', 'sister_city', 'mutual_aid')),
  theme TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'computing', 'computed', 'in_review', 'closed', 'failed')),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  runs INTEGER NOT NULL,
  job_id TEXT REFERENCES job (id),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  released_at TEXT,
  released_by TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (id)
) STRICT;

-- What one computation of a round gave, by which program, within how many steps of the solver. Input and result are kept as the very texts that their hashes are of.
CREATE TABLE round_run (
  round_id TEXT NOT NULL REFERENCES round (id),
  number INTEGER NOT NULL,
  job_id TEXT NOT NULL UNIQUE REFERENCES job (id),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  model_name TEXT NOT NULL,
  model_hash TEXT NOT NULL,
  snapshot_hash TEXT NOT NULL,
  input TEXT NOT NULL CHECK (json_valid(input)),
  input_hash TEXT NOT NULL,
  steps INTEGER NOT NULL,
  program TEXT NOT NULL,
  result TEXT NOT NULL CHECK (json_valid(result)),
  result_hash TEXT NOT NULL,
  analysis TEXT NOT NULL CHECK (json_valid(analysis)),
  status TEXT NOT NULL CHECK (status IN ('optimal', 'feasible', 'infeasible')),
  pairs INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  cities INTEGER NOT NULL,
  score REAL NOT NULL,
  created_at TEXT NOT NULL,
  seconds REAL NOT NULL,
  PRIMARY KEY (round_id, number)
) STRICT;
CREATE TRIGGER round_run_stays BEFORE UPDATE ON round_run BEGIN SELECT RAISE(ABORT, 'a run is immutable'); END;
CREATE TRIGGER round_run_no_delete BEFORE DELETE ON round_run BEGIN SELECT RAISE(ABORT, 'a run is kept for replay'); END;

-- The pairings of a run, explained on the data of that run.
CREATE TABLE round_pairing (
  round_id TEXT NOT NULL,
  run INTEGER NOT NULL,
  place INTEGER NOT NULL,
  first_id TEXT NOT NULL REFERENCES city (id),
  second_id TEXT NOT NULL REFERENCES city (id),
  score REAL NOT NULL,
  explanation TEXT NOT NULL CHECK (json_valid(explanation)),
  alternates TEXT NOT NULL CHECK (json_valid(alternates)),
  PRIMARY KEY (round_id, run, place),
  UNIQUE (round_id, run, first_id, second_id),
  FOREIGN KEY (round_id, run) REFERENCES round_run (round_id, number),
  CHECK (first_id <> second_id)
) STRICT;
CREATE TRIGGER round_pairing_stays BEFORE UPDATE ON round_pairing BEGIN SELECT RAISE(ABORT, 'a run is immutable'); END;
CREATE TRIGGER round_pairing_no_delete BEFORE DELETE ON round_pairing BEGIN SELECT RAISE(ABORT, 'a run is kept for replay'); END;

-- The round that a proposal comes from.
ALTER TABLE proposal ADD COLUMN round_id TEXT REFERENCES round (id);
CREATE INDEX proposal_by_round ON proposal (round_id, id);
