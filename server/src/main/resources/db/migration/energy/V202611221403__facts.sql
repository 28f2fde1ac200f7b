-- A day of a meter in one row: what rules and charts ask of millions of hourly readings.
create table energy.meter_day (
    meter_id   uuid not null references energy.meter on delete cascade,
    day        date not null,
    hours      double precision[] not null constraint day_has_24_hours check (array_length(hours, 1) = 24),
    amount     double precision not null,
    hours_read smallint not null,
    primary key (meter_id, day)
);
comment on table energy.meter_day is 'sums of energy.reading, kept by triggers on it';
comment on column energy.meter_day.hours is 'hours[1] is 00:00–01:00 in China; null where there is no reading';

-- Rebuilds the days touched by the statement from the readings themselves, so that corrections and removals come out right.
do $$
declare
    hours text := (select string_agg(format('sum(amount) filter (where hour = %s)', h), ', ' order by h) from generate_series(0, 23) h);
begin
    execute format($function$
        create function energy.rebuild_days(meters uuid[], days date[]) returns void
            language plpgsql as $body$
        begin
            delete from energy.meter_day d using unnest(meters, days) t(meter_id, day) where d.meter_id = t.meter_id and d.day = t.day;
            insert into energy.meter_day (meter_id, day, hours, amount, hours_read)
            select meter_id, day, array[%s], sum(amount), count(*)
              from (select t.meter_id, t.day, r.amount, extract(hour from r.at at time zone 'Asia/Shanghai')::int as hour
                      from unnest(meters, days) t(meter_id, day)
                      join energy.reading r
                        on r.meter_id = t.meter_id
                       and r.at >= t.day::timestamp at time zone 'Asia/Shanghai'
                       and r.at < (t.day + 1)::timestamp at time zone 'Asia/Shanghai') readings
             group by meter_id, day;
        end $body$ $function$, hours);
end $$;

create function energy.sum_up_days() returns trigger
    language plpgsql as $$
declare
    meters uuid[];
    days   date[];
begin
    if tg_op = 'INSERT' then
        select array_agg(meter_id), array_agg(day) into meters, days
          from (select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from new_rows) touched;
    elsif tg_op = 'UPDATE' then
        select array_agg(meter_id), array_agg(day) into meters, days
          from (select meter_id, (at at time zone 'Asia/Shanghai')::date as day from new_rows
                union select meter_id, (at at time zone 'Asia/Shanghai')::date from old_rows) touched;
    else
        select array_agg(meter_id), array_agg(day) into meters, days
          from (select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from old_rows) touched;
    end if;
    if meters is not null then
        perform energy.rebuild_days(meters, days);
    end if;
    return null;
end $$;

create trigger sums_up_inserted after insert on energy.reading
    referencing new table as new_rows for each statement execute function energy.sum_up_days();
create trigger sums_up_updated after update on energy.reading
    referencing old table as old_rows new table as new_rows for each statement execute function energy.sum_up_days();
create trigger sums_up_deleted after delete on energy.reading
    referencing old table as old_rows for each statement execute function energy.sum_up_days();

-- What energy publishes to the rules. Units: kWh, m³ (water, gas), GJ (heat), t (LPG, coal), L (petrol, diesel), tce (other).

create view facts.meter as
select id, institution_id, code, name, building_id, parent_id, energy_kind, level, item, installed_on, removed_on from energy.meter;
comment on view facts.meter is '计量器具, removed ones included';
comment on column facts.meter.level is 'HOUSEHOLD 分户, CATEGORY 分类, ITEM 分项';

create view facts.meter_day as
select meter_id, day, hours, amount, hours_read from energy.meter_day;
comment on view facts.meter_day is 'one day of a meter';
comment on column facts.meter_day.hours is 'amount by hour, hours[1] is 00:00–01:00 local time; null where there is no reading';
comment on column facts.meter_day.hours_read is 'how many of the 24 hours have a reading';

create view facts.consumption as
select institution_id, building_id, energy_kind, month, amount, vehicle_amount, cost from energy.consumption;
comment on view facts.consumption is '能源资源消费月台账: a row of the whole institution (building_id null) or one a building';
comment on column facts.consumption.month is 'first day of the month';
comment on column facts.consumption.vehicle_amount is 'part of amount burnt by vehicles';

create view facts.energy_user as
select institution_id, year, persons, building_area, heated_area, statistician from energy.energy_user;
comment on view facts.energy_user is '用能基本情况 of a year: persons and building area (m²)';

create view facts.energy_quota as
select institution_id, year, indicator, constraint_value, benchmark_value, guide_value, document_no from energy.energy_quota;
comment on view facts.energy_quota is '能耗定额: 约束值 ≥ 基准值 ≥ 引导值';

create view facts.energy_filing as
select institution_id, year, kind, filed_on, document_no from energy.energy_filing;
comment on view facts.energy_filing is '节能报送';
comment on column facts.energy_filing.year is 'the year reported on';
