-- Readings come by the million: a day is summed up from the rows that arrive, and read back only where some were there before.

-- Amounts by hour, hours[1] is 00:00–01:00. A whole day in order, which nearly all are, is taken as it is.
create function energy.by_hour(hours integer[], amounts double precision[]) returns double precision[]
    language sql immutable parallel safe as $$
    select case when hours = array[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] then amounts
                else (select array_agg((select sum(given.amount) from unnest(hours, amounts) given(hour, amount)
                                         where given.hour = h) order by h)
                        from generate_series(0, 23) h) end
$$;

create or replace function energy.rebuild_days(meters uuid[], days date[]) returns void
    language plpgsql as $$
begin
    delete from energy.meter_day d using unnest(meters, days) t(meter_id, day) where d.meter_id = t.meter_id and d.day = t.day;
    insert into energy.meter_day (meter_id, day, hours, amount, hours_read)
    select meter_id, day, by_hour, amount, cardinality(array_remove(by_hour, null))
      from (select meter_id, day, energy.by_hour(hours, amounts) as by_hour, amount
              from (select r.meter_id, r.day, array_agg(extract(hour from r.local)::int order by r.local) as hours,
                           array_agg(r.amount order by r.local) as amounts, sum(r.amount order by r.local) as amount
                      from (select t.meter_id, t.day, r.amount, r.at at time zone 'Asia/Shanghai' as local
                              from unnest(meters, days) t(meter_id, day)
                              join energy.reading r
                                on r.meter_id = t.meter_id
                               and r.at >= t.day::timestamp at time zone 'Asia/Shanghai'
                               and r.at < (t.day + 1)::timestamp at time zone 'Asia/Shanghai') r
                     group by r.meter_id, r.day) read) summed;
end $$;

create or replace function energy.sum_up_days() returns trigger
    language plpgsql as $$
declare
    meters uuid[];
    days   date[];
begin
    if tg_op = 'INSERT' then
        with gone as (
            delete from energy.meter_day d
             using (select distinct meter_id, (at at time zone 'Asia/Shanghai')::date as day from new_rows) t
             where d.meter_id = t.meter_id and d.day = t.day
            returning d.meter_id, d.day)
        select array_agg(meter_id), array_agg(day) into meters, days from gone;

        -- A day that had no row had no reading: what is new is all there is.
        insert into energy.meter_day (meter_id, day, hours, amount, hours_read)
        select meter_id, day, by_hour, amount, cardinality(array_remove(by_hour, null))
          from (select meter_id, day, energy.by_hour(hours, amounts) as by_hour, amount
                  from (select n.meter_id, n.day, array_agg(extract(hour from n.local)::int order by n.local) as hours,
                               array_agg(n.amount order by n.local) as amounts, sum(n.amount order by n.local) as amount
                          from (select meter_id, local::date as day, local, amount
                                  from (select meter_id, amount, at at time zone 'Asia/Shanghai' as local from new_rows offset 0) r) n
                         where not exists (select from unnest(meters, days) t(meter_id, day)
                                            where t.meter_id = n.meter_id and t.day = n.day)
                         group by n.meter_id, n.day) read) summed;
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

comment on column energy.meter_day.hours_read is 'how many of the 24 hours have a reading';

-- A meter is looked up once a day of readings instead of once a reading: whoever has a reading has its day, and a day has its meter.
alter table energy.meter_day
    drop constraint meter_day_meter_id_fkey,
    add constraint readings_are_of_a_known_meter foreign key (meter_id) references energy.meter;
alter table energy.reading drop constraint reading_meter_id_fkey;
