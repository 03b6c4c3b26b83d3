-- Geography only, the same for every organisation: country, province, municipality with official codes (CBS).
CREATE TABLE areas (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('country', 'province', 'municipality')),
    name text NOT NULL,
    parent_id uuid REFERENCES areas (id),
    valid_from date,
    valid_to date,
    successor_id uuid REFERENCES areas (id)
);
CREATE INDEX areas_by_parent ON areas (parent_id, name);
