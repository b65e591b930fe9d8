-- The few that stand nowhere any more or whose place another card has. What their journals say lies
-- in them is not there, and a lot may lie in as many slots as there are counters.
create index counters_out on counters (counter_id) where status in ('suspended', 'retired');
