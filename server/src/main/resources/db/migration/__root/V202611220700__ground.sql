-- What every module stands on: extensions, the schema of facts, the role that judges, and the life line.
create extension if not exists btree_gist;

-- Rules run as this role: it may read facts and nothing else.
do $$
begin
    if not exists (select from pg_roles where rolname = 'rule_reader') then
        create role rule_reader nologin;
    end if;
    execute format('grant rule_reader to %I', current_user);
end $$;

create schema facts;
grant usage on schema facts to rule_reader;
alter default privileges in schema facts grant select on tables to rule_reader;

create schema kernel;

-- Search by any part of a name, one Chinese character included: the text cut into single characters and pairs.
create function kernel.fragments(variadic texts text[]) returns text[]
    language sql immutable parallel safe as $$
    select array_agg(distinct fragment)
      from (select lower(regexp_replace(part, '\s', '', 'g')) as cleaned from unnest(texts) part where part is not null) whole,
           lateral (select substr(cleaned, place, size) as fragment
                      from generate_series(1, length(cleaned)) place, (values (1), (2)) sizes(size)
                     where place + size - 1 <= length(cleaned)) pieces
$$;

create function kernel.next_version() returns trigger
    language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

create schema lifeline;

-- Every change of every ledger row. Written by triggers, so that no path into a ledger can forget it.
create table lifeline.change (
    id             bigint generated always as identity primary key,
    at             timestamptz not null default now(),
    actor          text,
    ledger         text not null,
    object_id      uuid not null,
    institution_id uuid,
    action         text not null constraint action_is_known check (action in ('CREATED', 'CHANGED', 'REMOVED')),
    before         jsonb,
    after          jsonb,
    import_id      uuid,
    note           text
);
comment on column lifeline.change.before is 'CHANGED: the old values of the columns that changed. REMOVED: the whole row.';
comment on column lifeline.change.after is 'CHANGED: the new values of the columns that changed.';
create index change_of_object on lifeline.change (object_id, id);
create index change_by_import on lifeline.change (import_id, ledger) where import_id is not null;
create index change_that_removed on lifeline.change using gin (before jsonb_path_ops) where action = 'REMOVED';

-- Who acts, in which import and why, is set on the transaction by the server.
create function lifeline.record() returns trigger
    language plpgsql as $$
declare
    by_whom   text := nullif(current_setting('yiti.actor', true), '');
    by_import uuid := nullif(current_setting('yiti.import', true), '');
    because   text := nullif(current_setting('yiti.note', true), '');
    of_ledger text := tg_table_schema || '.' || tg_table_name;
begin
    if tg_op = 'INSERT' then
        insert into lifeline.change (actor, ledger, object_id, institution_id, action, import_id, note)
        select by_whom, of_ledger, n.id, (to_jsonb(n) ->> 'institution_id')::uuid, 'CREATED', by_import, because
          from new_rows n;
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

create function lifeline.attach(ledger regclass) returns void
    language plpgsql as $$
begin
    execute format('create trigger records_insert after insert on %s referencing new table as new_rows for each statement execute function lifeline.record()', ledger);
    execute format('create trigger records_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function lifeline.record()', ledger);
    execute format('create trigger records_delete after delete on %s referencing old table as old_rows for each statement execute function lifeline.record()', ledger);
    execute format('create trigger counts_versions before update on %s for each row execute function kernel.next_version()', ledger);
end $$;
