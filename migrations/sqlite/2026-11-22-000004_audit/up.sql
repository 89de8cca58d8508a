-- The audit log, and triggers that keep what must only grow.

-- One entry for every write, chained by hash. The cities are those whose matching it may change.
CREATE TABLE audit_entry (
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  cities TEXT NOT NULL CHECK (json_valid(cities)),
  before_hash TEXT,
  after_hash TEXT,
  reason TEXT,
  request_id TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (seq)
) STRICT;
CREATE INDEX audit_entry_by_object ON audit_entry (object_kind, object_id, seq);
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER review_no_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'review is append-only'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'review is append-only'); END;
CREATE TRIGGER proposal_step_no_update BEFORE UPDATE ON proposal_step BEGIN SELECT RAISE(ABORT, 'proposal_step is append-only'); END;
CREATE TRIGGER proposal_step_no_delete BEFORE DELETE ON proposal_step BEGIN SELECT RAISE(ABORT, 'proposal_step is append-only'); END;
