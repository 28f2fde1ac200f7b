-- Which changes are of one transaction, so that they can be sealed with it before it commits.
alter table lifeline.change add column transaction xid8;
alter table lifeline.change alter column transaction set default pg_current_xact_id();
comment on column lifeline.change.transaction is 'that wrote it; means nothing any more once the database was restored elsewhere';

-- As before, and tells from which id on the changes of this transaction are to be looked for.
create or replace function lifeline.record() returns trigger
    language plpgsql as $$
declare
    by_whom   text := nullif(current_setting('yiti.actor', true), '');
    by_import uuid := nullif(current_setting('yiti.import', true), '');
    because   text := nullif(current_setting('yiti.note', true), '');
    of_ledger text := tg_table_schema || '.' || tg_table_name;
    owned     boolean;
begin
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

-- A new row as the transaction that made it left it: what is there now, taken back change by change. Empty cells are left
-- out, so that a column that came later makes no difference.
create function lifeline.as_made(change_id bigint) returns jsonb
    language plpgsql stable as $$
declare
    made  lifeline.change;
    later record;
    state jsonb;
begin
    select * into made from lifeline.change c where c.id = change_id;
    execute format('select to_jsonb(t) from %s t where t.id = $1', made.ledger::regclass) into state using made.object_id;
    for later in select c.action, c.before from lifeline.change c
                  where c.object_id = made.object_id and c.id > made.id and c.transaction is distinct from made.transaction
                  order by c.id desc loop
        state := case later.action when 'CHANGED' then state || later.before when 'REMOVED' then later.before end;
    end loop;
    return jsonb_strip_nulls(state - 'version');
end $$;
