CREATE TABLE affiliations (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('member', 'former-member', 'supporter', 'guest', 'external')),
    legal_basis text NOT NULL CHECK (legal_basis IN ('art-9-2-d', 'art-9-2-d-regular-contact', 'explicit-consent')),
    state text NOT NULL CHECK (state IN ('invited', 'requested', 'active', 'ended', 'declined')),
    source text NOT NULL CHECK (source IN ('invitation', 'self-registration', 'guest-registration', 'import', 'office')),
    started_on date,
    ended_on date,
    reason text,
    decided_by uuid,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE UNIQUE INDEX affiliations_in_force ON affiliations (organization_id, person_id) WHERE state = 'active';
CREATE INDEX affiliations_by_state ON affiliations (organization_id, state, id);
CREATE INDEX affiliations_by_person ON affiliations (organization_id, person_id);
-- Access: what a person may act as, at a place. Written with the appointment it comes from, yet apart from it.
CREATE TABLE grants (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('administrator', 'office', 'board', 'core-group', 'ambassador')),
    network_id uuid,
    area_id uuid REFERENCES areas (id),
    unit_id uuid,
    appointment_id uuid,
    from_on date NOT NULL,
    until_on date,
    ended_at timestamptz,
    created_at timestamptz NOT NULL,
    CHECK ((role IN ('core-group', 'ambassador')) = (network_id IS NOT NULL)),
    CHECK (role = 'ambassador' OR (area_id IS NULL AND unit_id IS NULL)),
    FOREIGN KEY (organization_id, unit_id) REFERENCES units (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE INDEX grants_by_person ON grants (organization_id, person_id);
CREATE INDEX grants_by_appointment ON grants (organization_id, appointment_id);
CREATE INDEX grants_by_network ON grants (organization_id, network_id, role);
