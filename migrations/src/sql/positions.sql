CREATE TABLE positions (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    body text NOT NULL CHECK (body IN ('core-group', 'network', 'office', 'board', 'administration')),
    network_id uuid,
    unit_id uuid,
    area_id uuid REFERENCES areas (id),
    kind text NOT NULL,
    title text NOT NULL,
    vacancy_text text NOT NULL,
    term_months integer,
    sequence integer NOT NULL,
    closed_at timestamptz,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    CHECK ((body IN ('core-group', 'network')) = (network_id IS NOT NULL)),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id),
    FOREIGN KEY (organization_id, unit_id) REFERENCES units (organization_id, id)
);
CREATE INDEX positions_by_network ON positions (organization_id, network_id, sequence);
CREATE TABLE appointments (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    position_id uuid NOT NULL,
    person_id uuid NOT NULL,
    capacity text NOT NULL CHECK (capacity IN ('regular', 'acting')),
    from_on date NOT NULL,
    until_on date,
    ended_at timestamptz,
    end_reason text,
    reminded_at timestamptz,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, position_id) REFERENCES positions (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE UNIQUE INDEX appointments_holding ON appointments (organization_id, position_id, capacity) WHERE ended_at IS NULL;
CREATE INDEX appointments_by_person ON appointments (organization_id, person_id);
