-- What a sealed value is equal by: its blind index, the fourth part of ~1.cipher.key.index.payload; a value from before
-- its column was sealed by itself.
create function kernel.blind(stored text) returns text
    language sql immutable parallel safe as $$
    select case when stored like '~%' then split_part(stored, '.', 4) else stored end
$$;

-- As before, but encrypting with another key makes no other version of a row.
create or replace function kernel.next_version() returns trigger
    language plpgsql as $$
begin
    if coalesce(current_setting('yiti.rotating', true), '') <> 'on' then
        new.version := old.version + 1;
    end if;
    return new;
end $$;

-- While keys are changed nothing but ciphertext may change, and a ciphertext only into one of the same value.
create function lifeline.refuse_more_than_rotation(was jsonb, is_now jsonb) returns void
    language plpgsql as $$
begin
    if exists (select from jsonb_each_text(is_now) n
                where n.value is distinct from was ->> n.key
                  and (n.value not like '~1.%'
                       or (was ->> n.key like '~1.%' and kernel.blind(n.value) <> kernel.blind(was ->> n.key)))) then
        raise exception 'A change of keys changes no values' using errcode = 'restrict_violation';
    end if;
end $$;

-- As before, but a change of keys is no change.
create or replace function lifeline.record() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    by_whom   text := nullif(current_setting('yiti.actor', true), '');
    by_import uuid := nullif(current_setting('yiti.import', true), '');
    because   text := nullif(current_setting('yiti.note', true), '');
    of_ledger text := tg_table_schema || '.' || tg_table_name;
    owned     boolean;
begin
    if tg_op = 'UPDATE' and coalesce(current_setting('yiti.rotating', true), '') = 'on' then
        perform lifeline.refuse_more_than_rotation(to_jsonb(o), to_jsonb(n)) from old_rows o join new_rows n on n.id = o.id;
        return null;
    end if;
    if nullif(current_setting('yiti.first_change', true), '') is null then
        perform set_config('yiti.first_change', (select last_value from lifeline.change_id_seq)::text, true);
    end if;
    if tg_op = 'INSERT' then
        owned := exists (select from pg_attribute a
                          where a.attrelid = tg_relid and a.attname = 'institution_id' and not a.attisdropped);
        execute format(
            'insert into lifeline.change (actor, ledger, object_id, institution_id, action, import_id, note)
             select $1, $2, n.id, %s, ''CREATED'', $3, $4 from new_rows n',
            case when owned then 'n.institution_id' else 'null::uuid' end)
          using by_whom, of_ledger, by_import, because;
    elsif tg_op = 'UPDATE' then
        insert into lifeline.change (actor, ledger, object_id, institution_id, action, before, after, import_id, note)
        select by_whom, of_ledger, c.id, c.institution_id, 'CHANGED', d.before, d.after, by_import, because
          from (select n.id, (to_jsonb(n) ->> 'institution_id')::uuid as institution_id,
                       to_jsonb(o) - 'version' as was, to_jsonb(n) - 'version' as is_now
                  from old_rows o join new_rows n on n.id = o.id) c,
               lateral (select jsonb_object_agg(w.key, w.value) as before, jsonb_object_agg(w.key, c.is_now -> w.key) as after
                          from jsonb_each(c.was) w where w.value is distinct from c.is_now -> w.key) d
         where c.was is distinct from c.is_now;
    else
        insert into lifeline.change (actor, ledger, object_id, institution_id, action, before, import_id, note)
        select by_whom, of_ledger, o.id, (to_jsonb(o) ->> 'institution_id')::uuid, 'REMOVED', to_jsonb(o), by_import, because
          from old_rows o;
    end if;
    return null;
end $$;
