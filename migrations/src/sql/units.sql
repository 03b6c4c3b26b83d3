CREATE TABLE units (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    parent_id uuid,
    kind text NOT NULL CHECK (kind IN ('national', 'province', 'region', 'chapter', 'member-organization')),
    name text NOT NULL,
    area_id uuid REFERENCES areas (id),
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, parent_id) REFERENCES units (organization_id, id)
);
CREATE INDEX units_by_parent ON units (organization_id, parent_id, name);
