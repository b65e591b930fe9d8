-- A case is settled by a person or by a rule, never by a journal.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_source_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_source_check
    CHECK (source IN ('journal', 'wallet', 'person'));

-- opened_at is the counter's clock, heard_at ours: a rule waits by ours.
ALTER TABLE ledger_case ADD COLUMN heard_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE ledger_case ALTER COLUMN heard_at DROP DEFAULT;

CREATE INDEX ledger_case_open ON ledger_case (tenant_id, opened_at) WHERE settled_at IS NULL;

-- What an acquirer needs to find a payment again.
CREATE TABLE ledger_payment (
    sale         text        NOT NULL REFERENCES ledger_sale,
    attempt      int         NOT NULL,
    tenant_id    text        NOT NULL,
    way          text        NOT NULL,
    amount_minor bigint      NOT NULL,
    reference    text,
    approved_at  timestamptz NOT NULL,
    PRIMARY KEY (sale, attempt)
);
