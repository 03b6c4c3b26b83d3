CREATE TABLE evaluations (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    network_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'decided')),
    numbers jsonb NOT NULL,
    core_group_view text,
    core_group_view_by uuid,
    core_group_view_at timestamptz,
    office_view text,
    office_view_by uuid,
    office_view_at timestamptz,
    decision text CHECK (decision IN ('continue', 'adapt', 'end')),
    decision_reason text,
    decided_by uuid,
    decided_on date,
    opened_at timestamptz NOT NULL,
    version integer NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id)
);
CREATE UNIQUE INDEX evaluations_open ON evaluations (organization_id, network_id) WHERE state = 'open';
