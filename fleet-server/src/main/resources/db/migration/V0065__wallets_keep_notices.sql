-- What a wallet has told by itself, so that saying it again changes nothing.
CREATE TABLE wallets_notice (
    wallet    text        NOT NULL CHECK (wallet IN ('wechat', 'alipay')),
    event     text        NOT NULL,
    tenant_id text        NOT NULL,
    attempt   text        NOT NULL REFERENCES wallets_attempt,
    at        timestamptz NOT NULL,
    PRIMARY KEY (wallet, event)
);
