-- What the house does by itself it did as the account that owns the tables: whoever got a statement of their own into it could
-- have taken the triggers from the log and the policies from the tables. It stands as yiti_house now, which owns nothing but
-- what it makes itself, so that an account that owns nothing either may serve the house (docs/operate/row-security.md).
create function kernel.let_house_in() returns void
    language plpgsql as $$
declare
    part text;
begin
    for part in select n.nspname from pg_namespace n where n.nspname = 'facts'
                union select n.nspname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace loop
        execute format('grant usage on schema %I to yiti_house', part);
        execute format('grant select, insert, update, delete on all tables in schema %I to yiti_house', part);
        execute format('grant usage, select on all sequences in schema %I to yiti_house', part);
    end loop;
    alter default privileges grant usage on schemas to yiti_house;
    alter default privileges grant select, insert, update, delete on tables to yiti_house;
    alter default privileges grant usage, select on sequences to yiti_house;
    -- Rows on their way into a ledger stand in tables of their own, values of the law are views that are made anew with it.
    grant create on schema ledger, facts to yiti_house;
    alter default privileges for role yiti_house in schema ledger grant select, insert, update, delete on tables to yiti_scoped, yiti_sees_all, yiti_all;
    alter default privileges for role yiti_house in schema facts grant select on tables to rule_reader, yiti_sees_all, yiti_all;
    -- The log only grows, and of what it tells only what lawful erasure takes may go.
    revoke update, delete on safeguard.entry, safeguard.checkpoint, safeguard.verifier_key from yiti_house;
    grant update (salt, clear, rows) on safeguard.entry to yiti_house;
    revoke delete on safeguard.tile, safeguard.watch from yiti_house;
    revoke insert, delete on safeguard.head from yiti_house;
    -- The life line is written by triggers.
    revoke insert, update, delete on lifeline.change from yiti_house;
    grant update (before, after) on lifeline.change to yiti_house;
end $$;
revoke execute on function kernel.let_house_in() from public;
select kernel.let_house_in();

do $$
declare
    one regclass;
begin
    for one in select c.oid::regclass from pg_class c
                where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r' and c.relpersistence = 'u' loop
        execute format('alter table %s owner to yiti_house', one);
    end loop;
    for one in select to_regclass('facts.' || p.relation) from law.parameter p where to_regclass('facts.' || p.relation) is not null loop
        execute format('alter view %s owner to yiti_house', one);
    end loop;
end $$;

-- What only an owner may do, and the house still has to.
-- @param of schema.table; null for all there are
create function kernel.learn(of text default null) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if of is null then
        analyze;
    else
        execute format('analyze %s', of::regclass);
    end if;
end $$;
comment on function kernel.learn is 'tells the planner how a table has grown';

create function telemetry.drop_month(month text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if month !~ '^position_[0-9]{6}$' then
        raise exception 'No month of positions: %', month using errcode = 'restrict_violation';
    end if;
    execute format('alter table telemetry.position detach partition telemetry.%I', month);
    execute format('drop table telemetry.%I', month);
end $$;

-- A demonstration whose loading was interrupted begins judging anew; what has once been judged whole is never taken back so.
create function supervision.forget_unjudged() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from supervision.sweep where state = 'DONE') then
        raise exception 'Findings that were judged are not forgotten' using errcode = 'restrict_violation';
    end if;
    truncate supervision.finding, supervision.case_file cascade;
    alter sequence supervision.finding_number restart;
end $$;

alter function telemetry.make_month(timestamptz) security definer set search_path = pg_catalog, pg_temp;
alter function telemetry.give_back(date) security definer set search_path = pg_catalog, pg_temp;
alter function energy.make_month(timestamptz) security definer set search_path = pg_catalog, pg_temp;

do $$
declare
    one text;
begin
    foreach one in array array['kernel.learn(text)', 'telemetry.drop_month(text)', 'supervision.forget_unjudged()',
                               'telemetry.make_month(timestamptz)', 'telemetry.give_back(date)', 'energy.make_month(timestamptz)'] loop
        execute format('revoke execute on function %s from public', one);
        execute format('grant execute on function %s to yiti_house', one);
    end loop;
end $$;
