-- What an object was before: rows of a table of its own, kept by a trigger so that no path into a ledger can forget it.
-- The object's row says what it is now, and since which day. Setting other values with a later day ends what was the day
-- before; the same values with another day move the border; other values with the same day correct what was entered wrongly.
create function lifeline.keep_past() returns trigger
    language plpgsql as $$
declare
    past   text := tg_argv[0];
    object text := tg_argv[1];
    dated  text := tg_argv[2];
    same   text := format('(%s) is not distinct from (%s)',
                          (select string_agg('o.' || c, ', ') from unnest(string_to_array(dated, ',')) c),
                          (select string_agg('n.' || c, ', ') from unnest(string_to_array(dated, ',')) c));
    -- whose it was comes along, dated or not, unless the object is an institution itself
    copied text[] := array(select distinct c from unnest(string_to_array(dated || ',institution_id', ',')) c where c <> object);
begin
    if current_setting('yiti.restoring', true) = 'on' then
        return null;
    end if;
    execute format(
        'update %1$s p set ends_on = n.since - 1
           from old_rows o join new_rows n on n.id = o.id
          where p.%2$s = n.id and n.since <> o.since and p.ends_on <> n.since - 1
            and (p.ends_on >= n.since or (%3$s and p.ends_on = o.since - 1))',
        past, object, same);
    execute format(
        'insert into %1$s (%2$s, %4$s, starts_on, ends_on)
         select o.id, %5$s, o.since, n.since - 1
           from old_rows o join new_rows n on n.id = o.id
          where not (%3$s) and n.since is not null and (o.since is null or n.since > o.since)',
        past, object, same, array_to_string(copied, ', '), 'o.' || array_to_string(copied, ', o.'));
    return null;
end $$;
comment on function lifeline.keep_past is 'yiti.restoring = on while an import is undone: then the past is restored like everything else';

create function lifeline.attach_past(ledger regclass, past regclass, object text, variadic dated text[]) returns void
    language plpgsql as $$
begin
    execute format('create trigger keeps_past after update on %s referencing old table as old_rows new table as new_rows for each statement execute function lifeline.keep_past(%L, %L, %L)',
                   ledger, past::text, object, array_to_string(dated, ','));
    perform lifeline.attach(past);
end $$;
