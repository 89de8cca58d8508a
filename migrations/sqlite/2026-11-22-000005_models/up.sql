-- Matching models: the bundled ones and those that were trained here. One is in force.

-- The files of a model stay as they are: only its state changes. The evaluation is what was measured of it, where it was.
CREATE TABLE model (
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('bundled', 'trained')),
  state TEXT NOT NULL CHECK (state IN ('candidate', 'active', 'retired')),
  files TEXT NOT NULL CHECK (json_valid(files)),
  evaluation TEXT CHECK (json_valid(evaluation)),
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  activated_by TEXT,
  activated_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (name),
  CHECK ((activated_by IS NULL) = (activated_at IS NULL)),
  CHECK (state <> 'active' OR activated_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX model_in_force ON model (state) WHERE state = 'active';
CREATE TRIGGER model_files_stay BEFORE UPDATE OF name, hash, origin, files ON model
  WHEN NEW.name <> OLD.name OR NEW.hash <> OLD.hash OR NEW.origin <> OLD.origin OR NEW.files <> OLD.files
  BEGIN SELECT RAISE(ABORT, 'a model is immutable'); END;
CREATE TRIGGER model_no_delete BEFORE DELETE ON model BEGIN SELECT RAISE(ABORT, 'a model is kept for replay'); END;
