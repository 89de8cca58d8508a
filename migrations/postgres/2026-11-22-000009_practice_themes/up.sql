-- The themes of each practice, kept for the catalogue of practices. What a practice says stays in its body.
CREATE TABLE practice_theme (
  theme text COLLATE "C" NOT NULL,
  practice_id uuid NOT NULL REFERENCES practice (id),
  PRIMARY KEY (theme, practice_id)
);
CREATE INDEX practice_theme_by_practice ON practice_theme (practice_id);
INSERT INTO practice_theme (theme, practice_id)
SELECT DISTINCT each.theme, practice.id FROM practice, jsonb_array_elements_text(practice.body -> 'themes') AS each (theme);

-- The catalogue goes through the published ones, what has a documented result before what is described, and that before awards, which is
-- their alphabet backwards; among equals the last that came first.
ALTER TABLE practice ADD COLUMN basis text COLLATE "C" NOT NULL DEFAULT 'described';
UPDATE practice SET basis = body ->> 'basis';
CREATE INDEX practice_catalogue ON practice (state, basis, id);
