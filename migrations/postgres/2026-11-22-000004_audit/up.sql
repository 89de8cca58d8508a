-- The audit log, and triggers that keep what must only grow.

-- One entry for every write, chained by hash. The cities are those whose matching it may change.
CREATE TABLE audit_entry (
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  role text NOT NULL,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id text NOT NULL,
  cities jsonb NOT NULL,
  before_hash text,
  after_hash text,
  reason text,
  request_id text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (seq)
);
CREATE INDEX audit_entry_by_object ON audit_entry (object_kind, object_id, seq);

CREATE FUNCTION kembar_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION kembar_append_only();
CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review FOR EACH STATEMENT EXECUTE FUNCTION kembar_append_only();
CREATE TRIGGER proposal_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_step FOR EACH STATEMENT EXECUTE FUNCTION kembar_append_only();
