-- What a shopper asks with: the code on the receipt.
CREATE INDEX ledger_sale_receipt ON ledger_sale (receipt_code, opened_at DESC);
