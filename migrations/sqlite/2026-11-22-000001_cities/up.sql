-- Countries, cities and what is known of them.

-- What a country of a member or of a partner is.
CREATE TABLE country (
  code TEXT NOT NULL,
  iso3 TEXT,
  name TEXT NOT NULL,
  region TEXT,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  income_group TEXT,
  capital TEXT,
  source TEXT,
  PRIMARY KEY (code)
) STRICT;

-- A member local government.
CREATE TABLE city (
  id TEXT NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  local_name TEXT,
  country TEXT NOT NULL,
  subdivision TEXT,
  lat REAL,
  lon REAL,
  population INTEGER,
  population_year INTEGER,
  population_source TEXT,
  level TEXT,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  time_zone TEXT,
  is_coastal INTEGER CHECK (is_coastal IN (0, 1)),
  elevation_m REAL,
  networks TEXT NOT NULL CHECK (json_valid(networks)),
  external_ids TEXT NOT NULL CHECK (json_valid(external_ids)),
  status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'dissolved')),
  successor_id TEXT REFERENCES city (id),
  successor_note TEXT,
  contact TEXT,
  notes TEXT,
  source TEXT,
  from_memory INTEGER NOT NULL CHECK (from_memory IN (0, 1)),
  unverified TEXT NOT NULL CHECK (json_valid(unverified)),
  search_text TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK (successor_id <> id)
) STRICT;
CREATE INDEX city_by_sort_key ON city (sort_key, id);
CREATE INDEX city_by_country ON city (country, sort_key);

-- The themes of a city, kept for the filter of the directory.
CREATE TABLE city_theme (
  city_id TEXT NOT NULL REFERENCES city (id),
  theme TEXT NOT NULL,
  PRIMARY KEY (city_id, theme)
) STRICT;
CREATE INDEX city_theme_by_theme ON city_theme (theme, city_id);

-- The networks of a city, kept for the filter of the directory.
CREATE TABLE city_network (
  city_id TEXT NOT NULL REFERENCES city (id),
  network TEXT NOT NULL,
  PRIMARY KEY (city_id, network)
) STRICT;
CREATE INDEX city_network_by_network ON city_network (network, city_id);

-- How strongly a city is exposed, 0 to 3.
CREATE TABLE hazard (
  city_id TEXT NOT NULL REFERENCES city (id),
  name TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  source TEXT,
  from_memory INTEGER NOT NULL CHECK (from_memory IN (0, 1)),
  PRIMARY KEY (city_id, name)
) STRICT;

-- A Voluntary Local Review.
CREATE TABLE vlr (
  id TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES city (id),
  year INTEGER,
  title TEXT NOT NULL,
  sdgs TEXT NOT NULL CHECK (json_valid(sdgs)),
  source TEXT,
  from_memory INTEGER NOT NULL CHECK (from_memory IN (0, 1)),
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX vlr_by_city ON vlr (city_id);

-- A value of an indicator, of a city or of a country. A corrected value stays, no longer current.
CREATE TABLE indicator_value (
  id TEXT NOT NULL,
  city_id TEXT REFERENCES city (id),
  country TEXT,
  code TEXT NOT NULL,
  year INTEGER,
  value REAL NOT NULL,
  unit TEXT,
  source TEXT,
  from_memory INTEGER NOT NULL CHECK (from_memory IN (0, 1)),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  entered_by TEXT,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK ((city_id IS NULL) <> (country IS NULL))
) STRICT;
CREATE INDEX indicator_value_by_city ON indicator_value (city_id, code);
CREATE INDEX indicator_value_by_country ON indicator_value (country, code);

-- Baseline and target that a city set itself.
CREATE TABLE indicator_target (
  city_id TEXT NOT NULL REFERENCES city (id),
  code TEXT NOT NULL,
  baseline REAL,
  baseline_year INTEGER,
  target REAL,
  target_year INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (city_id, code)
) STRICT;

-- The head of a city's revisions: its version is the profile's ETag.
CREATE TABLE profile (
  city_id TEXT NOT NULL REFERENCES city (id),
  version INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  PRIMARY KEY (city_id)
) STRICT;

-- A revision. Once handed in, its body is never changed.
CREATE TABLE profile_revision (
  id TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES city (id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'verified', 'returned')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  origin TEXT NOT NULL CHECK (origin IN ('city', 'secretariat', 'import')),
  created_by TEXT,
  created_at TEXT NOT NULL,
  submitted_at TEXT,
  decided_by TEXT,
  decided_at TEXT,
  reason TEXT,
  PRIMARY KEY (id),
  UNIQUE (city_id, number)
) STRICT;

-- A good practice.
CREATE TABLE practice (
  id TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES city (id),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'curated', 'published')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  reason TEXT,
  version INTEGER NOT NULL,
  created_by TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE INDEX practice_by_city ON practice (city_id, id);
