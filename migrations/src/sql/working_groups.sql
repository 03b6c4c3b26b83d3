CREATE TABLE working_groups (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    network_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('members', 'experts')),
    name text NOT NULL,
    purpose text NOT NULL,
    closed_at timestamptz,
    members integer NOT NULL DEFAULT 0 CHECK (members >= 0),
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id)
);
CREATE INDEX working_groups_by_network ON working_groups (organization_id, network_id, name);
CREATE TABLE working_group_members (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    working_group_id uuid NOT NULL,
    person_id uuid NOT NULL,
    expertise text NOT NULL,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    version integer NOT NULL,
    FOREIGN KEY (organization_id, working_group_id) REFERENCES working_groups (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE UNIQUE INDEX working_group_members_now ON working_group_members (organization_id, working_group_id, person_id) WHERE left_at IS NULL;
