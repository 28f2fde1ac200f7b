-- Whether ledgers have changed since a moment, so that what was worked out of them need not be worked out again. A moment is
-- what was committed then, up to which id all changes were final then, and which run of the database it was: a snapshot means
-- nothing in a database that was restored elsewhere.
create function lifeline.moment() returns text
    language sql stable as $$
    select concat_ws('/', extract(epoch from pg_postmaster_start_time()), pg_current_snapshot(), until_change) from safeguard.watch
$$;

create function lifeline.changed_since(moment text, ledgers text[]) returns boolean
    language plpgsql stable as $$
declare
    known pg_snapshot := split_part(moment, '/', 2);
    final bigint := split_part(moment, '/', 3);
begin
    return split_part(moment, '/', 1) <> extract(epoch from pg_postmaster_start_time())::text
        or exists (select from lifeline.change c
                    where c.id > final and c.ledger = any (ledgers)
                      and c.transaction >= pg_snapshot_xmin(known) and not pg_visible_in_snapshot(c.transaction, known));
end $$;
