CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    network_id uuid NOT NULL,
    person_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'active', 'left', 'declined')),
    supports_purpose_at timestamptz NOT NULL,
    joined_at timestamptz,
    left_at timestamptz,
    reason text,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, network_id, person_id),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE INDEX memberships_by_person ON memberships (organization_id, person_id, state);
CREATE INDEX memberships_by_network ON memberships (organization_id, network_id, state, id);
