CREATE TABLE networks (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    unit_id uuid,
    founding_plan_id uuid,
    slug text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('theme', 'community')),
    name text NOT NULL,
    purpose text NOT NULL,
    about text NOT NULL,
    sensitivity text NOT NULL CHECK (sensitivity IN ('normal', 'special')),
    openness text NOT NULL CHECK (openness IN ('open', 'approval', 'members-only')),
    state text NOT NULL CHECK (state IN ('proposed', 'pilot', 'active', 'evaluating', 'dormant', 'ended')),
    starts_on date,
    ends_on date,
    evaluation_on date,
    goal_members integer CHECK (goal_members > 0),
    goal_from date,
    goal_by date,
    goal_members_at_start integer,
    ended_on date,
    end_reason text,
    members integer NOT NULL CHECK (members >= 0),
    core_group integer NOT NULL CHECK (core_group >= 0),
    below_minimum_since timestamptz,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, slug),
    CHECK ((goal_members IS NULL) = (goal_by IS NULL)),
    FOREIGN KEY (organization_id, unit_id) REFERENCES units (organization_id, id)
);
CREATE INDEX networks_by_name ON networks (organization_id, name, id);
CREATE INDEX networks_by_state ON networks (organization_id, state, created_at);
-- What network and organisation agreed, by decision; the newest holds.
CREATE TABLE agreements (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    network_id uuid NOT NULL,
    founding_plan_id uuid,
    evaluation_id uuid,
    purpose text NOT NULL,
    organisation text NOT NULL,
    duration_months integer,
    goal_members integer NOT NULL,
    goal_months integer NOT NULL,
    evaluation_months integer,
    conditions text NOT NULL,
    agreed_on date NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id)
);
CREATE INDEX agreements_by_network ON agreements (organization_id, network_id, created_at);
