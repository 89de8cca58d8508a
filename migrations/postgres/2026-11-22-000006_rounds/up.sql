-- Matching rounds with their runs, and the long work behind them.

-- Long work: queued, leased by a worker, told as it goes, ended once.
CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('compute_round')),
  object_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  stage text NOT NULL,
  done bigint NOT NULL,
  total bigint NOT NULL,
  attempts bigint NOT NULL,
  leased_by text,
  leased_until timestamptz,
  is_cancelled boolean NOT NULL,
  failure text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  version bigint NOT NULL,
  PRIMARY KEY (id),
  CHECK ((leased_by IS NULL) = (leased_until IS NULL)),
  CHECK ((state = 'running') = (leased_by IS NOT NULL)),
  CHECK ((state IN ('succeeded', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
);
CREATE INDEX job_by_state ON job (state, id);
-- One thing is worked on once at a time.
CREATE UNIQUE INDEX job_under_way ON job (object_id) WHERE state IN ('queued', 'running');

CREATE TABLE round (
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('peer_learning', 'sister_city', 'mutual_aid')),
  theme text,
  state text NOT NULL CHECK (state IN ('draft', 'computing', 'computed', 'in_review', 'closed', 'failed')),
  plan jsonb NOT NULL,
  runs bigint NOT NULL,
  job_id uuid REFERENCES job (id),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  released_at timestamptz,
  released_by text,
  version bigint NOT NULL,
  PRIMARY KEY (id)
);

-- What one computation of a round gave, by which program, within how many steps of the solver. Input and result are kept as the very texts that their hashes are of.
CREATE TABLE round_run (
  round_id uuid NOT NULL REFERENCES round (id),
  number bigint NOT NULL,
  job_id uuid NOT NULL UNIQUE REFERENCES job (id),
  plan jsonb NOT NULL,
  model_name text NOT NULL,
  model_hash text NOT NULL,
  snapshot_hash text NOT NULL,
  input text NOT NULL,
  input_hash text NOT NULL,
  steps bigint NOT NULL,
  program text NOT NULL,
  result text NOT NULL,
  result_hash text NOT NULL,
  analysis jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('optimal', 'feasible', 'infeasible')),
  pairs bigint NOT NULL,
  covered bigint NOT NULL,
  cities bigint NOT NULL,
  score double precision NOT NULL,
  created_at timestamptz NOT NULL,
  seconds double precision NOT NULL,
  PRIMARY KEY (round_id, number)
);

-- The pairings of a run, explained on the data of that run.
CREATE TABLE round_pairing (
  round_id uuid NOT NULL,
  run bigint NOT NULL,
  place bigint NOT NULL,
  first_id uuid NOT NULL REFERENCES city (id),
  second_id uuid NOT NULL REFERENCES city (id),
  score double precision NOT NULL,
  explanation jsonb NOT NULL,
  alternates jsonb NOT NULL,
  PRIMARY KEY (round_id, run, place),
  UNIQUE (round_id, run, first_id, second_id),
  FOREIGN KEY (round_id, run) REFERENCES round_run (round_id, number),
  CHECK (first_id <> second_id)
);
CREATE FUNCTION kembar_run_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a run is immutable and kept for replay' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER round_run_stays BEFORE UPDATE OR DELETE ON round_run FOR EACH ROW EXECUTE FUNCTION kembar_run_stays();
CREATE TRIGGER round_pairing_stays BEFORE UPDATE OR DELETE ON round_pairing FOR EACH ROW EXECUTE FUNCTION kembar_run_stays();

-- The round that a proposal comes from.
ALTER TABLE proposal ADD COLUMN round_id uuid REFERENCES round (id);
CREATE INDEX proposal_by_round ON proposal (round_id, id);
