-- Changes at many counters that wait for a second person, and how that ended.
CREATE TABLE directives_proposal (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id   text        NOT NULL,
    product     text        NOT NULL,
    price_minor bigint,
    offered     boolean,
    place       text        NOT NULL,
    place_name  text        NOT NULL,
    counters    integer     NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL,
    ended_by    text,
    is_approved boolean,
    CHECK ((ended_by IS NULL) = (is_approved IS NULL))
);

CREATE INDEX directives_proposal_open ON directives_proposal (tenant_id, id)
    WHERE ended_by IS NULL;
