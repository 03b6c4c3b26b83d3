-- What no capability owns: the audit chain, the outbox, kept answers, facts of this installation.
CREATE TABLE audit_heads (
    chain_id uuid PRIMARY KEY,
    sequence bigint NOT NULL,
    hash text NOT NULL
);
CREATE TABLE audit_events (
    id uuid PRIMARY KEY,
    chain_id uuid NOT NULL,
    sequence bigint NOT NULL,
    organization_id uuid,
    at timestamptz NOT NULL,
    account_id uuid,
    person_id uuid,
    body text,
    action text NOT NULL,
    object_id uuid NOT NULL,
    reason text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    UNIQUE (chain_id, sequence)
);
CREATE INDEX audit_events_by_object ON audit_events (organization_id, object_id);
CREATE TABLE outbox (
    id uuid PRIMARY KEY,
    organization_id uuid,
    topic text NOT NULL CHECK (topic IN ('mail')),
    payload jsonb,
    state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    error text,
    created_at timestamptz NOT NULL,
    done_at timestamptz
);
CREATE INDEX outbox_due ON outbox (state, due_at);
-- The mails of the local mailbox: only in a demo or development database.
CREATE TABLE mailbox (
    id uuid PRIMARY KEY,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX mailbox_by_recipient ON mailbox (recipient, sent_at);
-- Mails that someone without a session caused, by a keyed hash of the address: nobody can fill someone else's mailbox.
CREATE TABLE unasked_mails (
    address_hash text PRIMARY KEY,
    sent integer NOT NULL,
    window_started_at timestamptz NOT NULL
);
CREATE TABLE kept_answers (
    scope text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    status integer NOT NULL,
    location text,
    etag text,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX kept_answers_by_age ON kept_answers (created_at);
CREATE TABLE installation (
    fact text PRIMARY KEY,
    value text NOT NULL
);
-- Scheduled work runs once for each due time, however many workers there are.
CREATE TABLE job_runs (
    job text NOT NULL,
    due_at timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (job, due_at)
);
