-- The login of one human: global, outside every organisation, without a profile.
CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE,
    password_hash text,
    state text NOT NULL CHECK (state IN ('unconfirmed', 'active', 'suspended')),
    language text NOT NULL CHECK (language IN ('nl', 'en')),
    is_demo boolean NOT NULL DEFAULT false,
    confirmed_at timestamptz,
    password_changed_at timestamptz,
    version integer NOT NULL,
    created_at timestamptz NOT NULL
);
-- What a mailed link stands for. Only the hash of the token is kept; the token follows from the server's secret and the id.
CREATE TABLE account_tokens (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    purpose text NOT NULL CHECK (purpose IN ('confirm', 'reset-password', 'invitation', 'administrator')),
    token_hash text NOT NULL UNIQUE,
    organization_id uuid REFERENCES organizations (id),
    affiliation_id uuid,
    details jsonb,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX account_tokens_by_account ON account_tokens (account_id, purpose);
