CREATE TABLE persons (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    account_id uuid REFERENCES accounts (id),
    name text NOT NULL,
    email text,
    postcode text,
    birth_year integer,
    language text NOT NULL CHECK (language IN ('nl', 'en')),
    has_public_role boolean NOT NULL DEFAULT false,
    expires_on date,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    UNIQUE (organization_id, account_id)
);
CREATE UNIQUE INDEX persons_by_email ON persons (organization_id, email);
CREATE INDEX persons_by_name ON persons (organization_id, name, id);
CREATE INDEX persons_by_account ON persons (account_id);
-- Append-only: one row for each time consent was given; withdrawing closes the row.
CREATE TABLE consents (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    purpose text NOT NULL,
    text_version text NOT NULL,
    language text NOT NULL,
    channel text NOT NULL,
    given_by uuid,
    given_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE UNIQUE INDEX consents_in_force ON consents (organization_id, person_id, purpose) WHERE withdrawn_at IS NULL;
