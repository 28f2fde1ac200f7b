-- Two who store the first readings of a month at once both looked for its partition, and the one who waited for the other
-- still did not see it: a name once looked up in vain is remembered until a table is locked. The catalogue itself is asked.
create or replace function energy.make_month(of timestamptz) returns void
    language plpgsql as $$
declare
    first timestamptz := date_trunc('month', of, 'Asia/Shanghai');
    next  timestamptz := date_trunc('month', first + interval '32 days', 'Asia/Shanghai');
    name  text := 'raw_reading_' || to_char(first at time zone 'Asia/Shanghai', 'YYYYMM');
begin
    perform pg_advisory_xact_lock(hashtext('energy.make_month'));
    if exists (select from pg_class c where c.relnamespace = 'energy'::regnamespace and c.relname = name) then
        return;
    end if;
    execute format('create table energy.%I (like energy.raw_reading including all)', name);
    execute format('with early as (delete from energy.raw_reading where at >= %L and at < %L returning *)
                    insert into energy.%I select * from early', first, next, name);
    execute format('alter table energy.raw_reading attach partition energy.%I for values from (%L) to (%L)', name, first, next);
    execute format('alter table energy.%I enable row level security', name);
    execute format('alter table energy.%I force row level security', name);
end $$;
