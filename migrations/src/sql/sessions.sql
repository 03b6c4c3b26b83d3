-- One signed-in device. Its refresh tokens follow from the server's secret, the id and the generation: none is stored, not even hashed.
CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    client text NOT NULL CHECK (client IN ('web', 'mobile')),
    device text NOT NULL,
    generation integer NOT NULL,
    rotated_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    idle_until timestamptz NOT NULL,
    absolute_until timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text CHECK (end_reason IN ('signed-out', 'ended', 'reused', 'password-changed', 'expired', 'suspended')),
    created_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id, created_at);
-- Guesses at a password, by a keyed hash of the address (and of the device, when it is known), so that addresses without an account are treated alike.
CREATE TABLE sign_in_attempts (
    address_hash text PRIMARY KEY,
    failures integer NOT NULL,
    window_started_at timestamptz NOT NULL,
    not_before timestamptz NOT NULL
);
CREATE TABLE known_devices (
    device_hash text NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id),
    last_used_at timestamptz NOT NULL,
    PRIMARY KEY (device_hash, account_id)
);
CREATE INDEX known_devices_by_account ON known_devices (account_id);
