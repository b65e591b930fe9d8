-- What was found out about a case, by whom, and how its money went back. One row per case.
CREATE TABLE complaints_decision (
    case_id          bigint      PRIMARY KEY REFERENCES ledger_case,
    tenant_id        text        NOT NULL,
    finding          text        NOT NULL,
    why              text        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('proposed', 'owed', 'settled')),
    decided_by       text        NOT NULL,
    decided_at       timestamptz NOT NULL,
    seconded_by      text,
    seconded_at      timestamptz,
    payout_way       text,
    payout_reference text,
    paid_by          text,
    paid_at          timestamptz,
    CHECK (seconded_by IS NULL OR seconded_by <> decided_by),
    CHECK ((payout_way IS NULL) = (payout_reference IS NULL))
);

CREATE INDEX complaints_decision_open ON complaints_decision (tenant_id, decided_at)
    WHERE state <> 'settled';

-- One transfer pays one case.
CREATE UNIQUE INDEX complaints_decision_payout
    ON complaints_decision (tenant_id, payout_way, payout_reference);

-- How shoppers want to be reached: each word is kept beside the ones before it, since a code may
-- be read over a shoulder. Forgotten when nothing is in question any more.
CREATE TABLE complaints_claim (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sale      text        NOT NULL REFERENCES ledger_sale,
    tenant_id text        NOT NULL,
    contact   text        NOT NULL,
    said      text        NOT NULL,
    asked_at  timestamptz NOT NULL
);

CREATE INDEX complaints_claim_by_sale ON complaints_claim (sale);
