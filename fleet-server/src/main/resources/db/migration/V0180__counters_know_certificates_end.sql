-- When the newest certificate of a counter ends; null where that cannot be read. From its DER in base64:
-- the validity is the only sequence of two times in it (RFC 5280), each YYMMDDHHMMSSZ until 2049.
CREATE FUNCTION counters_certificate_ends(certificate text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT regexp_replace(
               convert_from(decode(
                   substring(encode(decode(der, 'base64'), 'hex')
                             from '301e170d(?:3[0-9]){12}5a170d((?:3[0-9]){12})5a'), 'hex'), 'UTF8'),
               '(..)(..)(..)(..)(..)(..)', '20\1-\2-\3T\4:\5:\6Z')::timestamptz
      FROM (SELECT CASE WHEN certificate ~ '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$'
                        THEN certificate END AS der) AS readable
$$;

ALTER TABLE counters ADD COLUMN certificate_ends_at timestamptz;

UPDATE counters SET certificate_ends_at = counters_certificate_ends(coalesce(
    (SELECT k.certificate FROM counters_key k
      WHERE k.counter_id = counters.counter_id AND k.epoch = counters.epoch),
    enrolment_certificate));
