-- Countries, cities and what is known of them.

-- What a country of a member or of a partner is.
CREATE TABLE country (
  code text COLLATE "C" NOT NULL,
  iso3 text,
  name text NOT NULL,
  region text,
  languages jsonb NOT NULL,
  income_group text,
  capital text,
  source text,
  PRIMARY KEY (code)
);

-- A member local government.
CREATE TABLE city (
  id uuid NOT NULL,
  slug text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  local_name text,
  country text COLLATE "C" NOT NULL,
  subdivision text,
  lat double precision,
  lon double precision,
  population bigint,
  population_year integer,
  population_source text,
  level text,
  languages jsonb NOT NULL,
  time_zone text,
  is_coastal boolean,
  elevation_m double precision,
  networks jsonb NOT NULL,
  external_ids jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'suspended', 'dissolved')),
  successor_id uuid REFERENCES city (id),
  successor_note text,
  contact text,
  notes text,
  source text,
  from_memory boolean NOT NULL,
  unverified jsonb NOT NULL,
  search_text text NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK (successor_id <> id)
);
CREATE INDEX city_by_sort_key ON city (sort_key, id);
CREATE INDEX city_by_country ON city (country, sort_key);

-- The themes of a city, kept for the filter of the directory.
CREATE TABLE city_theme (
  city_id uuid NOT NULL REFERENCES city (id),
  theme text COLLATE "C" NOT NULL,
  PRIMARY KEY (city_id, theme)
);
CREATE INDEX city_theme_by_theme ON city_theme (theme, city_id);

-- The networks of a city, kept for the filter of the directory.
CREATE TABLE city_network (
  city_id uuid NOT NULL REFERENCES city (id),
  network text COLLATE "C" NOT NULL,
  PRIMARY KEY (city_id, network)
);
CREATE INDEX city_network_by_network ON city_network (network, city_id);

-- How strongly a city is exposed, 0 to 3.
CREATE TABLE hazard (
  city_id uuid NOT NULL REFERENCES city (id),
  name text COLLATE "C" NOT NULL,
  level integer NOT NULL CHECK (level BETWEEN 0 AND 3),
  source text,
  from_memory boolean NOT NULL,
  PRIMARY KEY (city_id, name)
);

-- A Voluntary Local Review.
CREATE TABLE vlr (
  id uuid NOT NULL,
  city_id uuid NOT NULL REFERENCES city (id),
  year integer,
  title text NOT NULL,
  sdgs jsonb NOT NULL,
  source text,
  from_memory boolean NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX vlr_by_city ON vlr (city_id);

-- A value of an indicator, of a city or of a country. A corrected value stays, no longer current.
CREATE TABLE indicator_value (
  id uuid NOT NULL,
  city_id uuid REFERENCES city (id),
  country text COLLATE "C",
  code text COLLATE "C" NOT NULL,
  year integer,
  value double precision NOT NULL,
  unit text,
  source text,
  from_memory boolean NOT NULL,
  is_current boolean NOT NULL,
  entered_by uuid,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CHECK ((city_id IS NULL) <> (country IS NULL))
);
CREATE INDEX indicator_value_by_city ON indicator_value (city_id, code);
CREATE INDEX indicator_value_by_country ON indicator_value (country, code);

-- Baseline and target that a city set itself.
CREATE TABLE indicator_target (
  city_id uuid NOT NULL REFERENCES city (id),
  code text COLLATE "C" NOT NULL,
  baseline double precision,
  baseline_year integer,
  target double precision,
  target_year integer,
  version bigint NOT NULL,
  PRIMARY KEY (city_id, code)
);

-- The head of a city's revisions: its version is the profile's ETag.
CREATE TABLE profile (
  city_id uuid NOT NULL REFERENCES city (id),
  version bigint NOT NULL,
  newest integer NOT NULL,
  PRIMARY KEY (city_id)
);

-- A revision. Once handed in, its body is never changed.
CREATE TABLE profile_revision (
  id uuid NOT NULL,
  city_id uuid NOT NULL REFERENCES city (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'verified', 'returned')),
  body jsonb NOT NULL,
  origin text NOT NULL CHECK (origin IN ('city', 'secretariat', 'import')),
  created_by uuid,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  PRIMARY KEY (id),
  UNIQUE (city_id, number)
);

-- A good practice.
CREATE TABLE practice (
  id uuid NOT NULL,
  city_id uuid NOT NULL REFERENCES city (id),
  state text NOT NULL CHECK (state IN ('submitted', 'curated', 'published')),
  body jsonb NOT NULL,
  reason text,
  version bigint NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX practice_by_city ON practice (city_id, id);
