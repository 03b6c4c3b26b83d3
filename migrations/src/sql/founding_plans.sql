CREATE TABLE founding_plans (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'in-review', 'returned', 'advised', 'approved', 'rejected', 'withdrawn')),
    drafted_by uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('theme', 'community')),
    sensitivity text NOT NULL CHECK (sensitivity IN ('normal', 'special')),
    openness text NOT NULL CHECK (openness IN ('open', 'approval', 'members-only')),
    goal_members integer NOT NULL CHECK (goal_members > 0),
    goal_months integer NOT NULL CHECK (goal_months > 0),
    duration_months integer,
    evaluation_months integer NOT NULL CHECK (evaluation_months > 0),
    budget_cents integer NOT NULL CHECK (budget_cents >= 0),
    revision integer NOT NULL,
    round integer NOT NULL,
    submitted_at timestamptz,
    advice text,
    decided_on date,
    decision_reason text,
    conditions text,
    network_id uuid,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (organization_id, id),
    FOREIGN KEY (organization_id, drafted_by) REFERENCES persons (organization_id, id),
    FOREIGN KEY (organization_id, network_id) REFERENCES networks (organization_id, id)
);
CREATE INDEX founding_plans_by_change ON founding_plans (organization_id, changed_at, id);
CREATE INDEX founding_plans_by_drafter ON founding_plans (organization_id, drafted_by);
-- Every section has a version of its own, so that two people can write at the same time.
CREATE TABLE founding_plan_sections (
    organization_id uuid NOT NULL,
    founding_plan_id uuid NOT NULL,
    section text NOT NULL,
    text text NOT NULL,
    version integer NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (founding_plan_id, section),
    FOREIGN KEY (organization_id, founding_plan_id) REFERENCES founding_plans (organization_id, id),
    FOREIGN KEY (organization_id, changed_by) REFERENCES persons (organization_id, id)
);
-- Named by address; the person is written down with the first answer.
CREATE TABLE founding_plan_members (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    founding_plan_id uuid NOT NULL,
    email text NOT NULL,
    person_id uuid,
    kind text NOT NULL,
    title text NOT NULL,
    state text NOT NULL CHECK (state IN ('named', 'confirmed', 'declined')),
    confirmed_revision integer,
    answered_at timestamptz,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    CHECK ((answered_at IS NULL) = (person_id IS NULL)),
    CHECK (state = 'named' OR answered_at IS NOT NULL),
    UNIQUE (organization_id, founding_plan_id, email),
    UNIQUE (organization_id, founding_plan_id, person_id),
    FOREIGN KEY (organization_id, founding_plan_id) REFERENCES founding_plans (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE INDEX founding_plan_members_by_person ON founding_plan_members (organization_id, person_id);
CREATE INDEX founding_plan_members_by_email ON founding_plan_members (organization_id, email);
-- Letters that went to an address lately, by its hash: nobody fills another's mailbox by naming it again and again.
CREATE TABLE founding_plan_invitations (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations (id),
    address_hash text NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX founding_plan_invitations_by_address ON founding_plan_invitations (organization_id, address_hash, sent_at);
-- Everyone who ever had a hand in a plan: none of them reviews or decides it, whatever becomes of their place in it.
CREATE TABLE founding_plan_proposers (
    organization_id uuid NOT NULL,
    founding_plan_id uuid NOT NULL,
    person_id uuid NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (founding_plan_id, person_id),
    FOREIGN KEY (organization_id, founding_plan_id) REFERENCES founding_plans (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES persons (organization_id, id)
);
CREATE TABLE founding_plan_comments (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    founding_plan_id uuid NOT NULL,
    section text NOT NULL,
    round integer NOT NULL,
    written_by uuid NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (organization_id, founding_plan_id) REFERENCES founding_plans (organization_id, id),
    FOREIGN KEY (organization_id, written_by) REFERENCES persons (organization_id, id)
);
CREATE INDEX founding_plan_comments_by_plan ON founding_plan_comments (organization_id, founding_plan_id, created_at);
-- The course of a plan: each step with who, when and why; the step tells for which body.
CREATE TABLE founding_plan_steps (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    founding_plan_id uuid NOT NULL,
    command text NOT NULL,
    taken_by uuid NOT NULL,
    reason text NOT NULL,
    taken_at timestamptz NOT NULL,
    FOREIGN KEY (organization_id, founding_plan_id) REFERENCES founding_plans (organization_id, id),
    FOREIGN KEY (organization_id, taken_by) REFERENCES persons (organization_id, id)
);
CREATE INDEX founding_plan_steps_by_plan ON founding_plan_steps (organization_id, founding_plan_id, taken_at);
