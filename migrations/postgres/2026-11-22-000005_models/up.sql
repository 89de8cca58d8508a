-- Matching models: the bundled ones and those that were trained here. One is in force.

-- The files of a model stay as they are: only its state changes. The evaluation is what was measured of it, where it was.
CREATE TABLE model (
  name text COLLATE "C" NOT NULL,
  hash text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('bundled', 'trained')),
  state text NOT NULL CHECK (state IN ('candidate', 'active', 'retired')),
  files jsonb NOT NULL,
  evaluation jsonb,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  activated_by text,
  activated_at timestamptz,
  version bigint NOT NULL,
  PRIMARY KEY (name),
  CHECK ((activated_by IS NULL) = (activated_at IS NULL)),
  CHECK (state <> 'active' OR activated_at IS NOT NULL)
);
CREATE UNIQUE INDEX model_in_force ON model (state) WHERE state = 'active';
CREATE FUNCTION kembar_model_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a model is kept for replay' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.name, NEW.hash, NEW.origin, NEW.files) IS DISTINCT FROM (OLD.name, OLD.hash, OLD.origin, OLD.files) THEN
    RAISE EXCEPTION 'a model is immutable' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER model_stays BEFORE UPDATE OR DELETE ON model FOR EACH ROW EXECUTE FUNCTION kembar_model_stays();
