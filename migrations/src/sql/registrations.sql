CREATE TABLE registrations (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('registered', 'waitlisted', 'cancelled')),
    place integer NOT NULL,
    needs text NOT NULL,
    is_walk_in boolean NOT NULL DEFAULT false,
    registered_at timestamptz NOT NULL,
    cancelled_at timestamptz,
    promoted_at timestamptz,
    attended_at timestamptz,
    version integer NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, meeting_id, person_id),
    FOREIGN KEY (organization_id, meeting_id) REFERENCES meetings (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE UNIQUE INDEX registrations_in_order ON registrations (organization_id, meeting_id, place);
CREATE INDEX registrations_by_person ON registrations (organization_id, person_id, registered_at);
-- A guest who has not yet followed the link in the mail; holds no seat.
CREATE TABLE guest_requests (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    needs text NOT NULL,
    language text NOT NULL,
    consent_text text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    registration_id uuid,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (organization_id, meeting_id) REFERENCES meetings (organization_id, id)
);
CREATE INDEX guest_requests_by_registration ON guest_requests (organization_id, registration_id);
CREATE INDEX guest_requests_by_email ON guest_requests (organization_id, email, created_at);
