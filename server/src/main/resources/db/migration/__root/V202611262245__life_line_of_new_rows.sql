-- As before, but a new row is asked for its institution by column instead of being written as JSON for it: hundreds of thousands come at once.
create or replace function lifeline.record() returns trigger
    language plpgsql as $$
declare
    by_whom   text := nullif(current_setting('yiti.actor', true), '');
    by_import uuid := nullif(current_setting('yiti.import', true), '');
    because   text := nullif(current_setting('yiti.note', true), '');
    of_ledger text := tg_table_schema || '.' || tg_table_name;
    owned     boolean;
begin
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
