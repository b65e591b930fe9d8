-- What the settlement looks for again and again; without these it reads both tables whole each time.
-- Each takes about a second for a million attempts, in which nothing can be booked.
CREATE INDEX wallets_attempt_abandoned ON wallets_attempt (ordered_at)
    WHERE ended = 'abandoned' AND state IN ('waiting', 'paid');
CREATE INDEX wallets_refund_under_way ON wallets_refund (wanted_at) WHERE state = 'refunding';
