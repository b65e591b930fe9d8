-- A token may be for a counter that there is: its journal goes on with the keys of the card that shows it.
ALTER TABLE enrolment_tokens ADD COLUMN renews text REFERENCES counters;
