-- What four rules ask of every filling is which came before it: kept as records of fuel come, so that a sweep does not
-- put all of them in order four times.

create table fleet.filling (
    id               uuid primary key,
    institution_id   uuid not null,
    vehicle_id       uuid not null,
    fuelled_at       timestamptz not null,
    litres           numeric not null,
    odometer         numeric,
    closes           boolean not null,
    before_id        uuid,
    before_at        timestamptz,
    metered_id       uuid,
    metered_odometer numeric,
    opened_at        timestamptz,
    opened_odometer  numeric,
    added            numeric not null
);
comment on table fleet.filling is 'Records of liquid fuel beside those before them, of the same vehicle and institution, by time and then by id';
comment on column fleet.filling.id is 'of the fuel record';
comment on column fleet.filling.closes is 'the tank was filled up and the odometer read: what was burnt until then is known';
comment on column fleet.filling.before_id is 'the filling before';
comment on column fleet.filling.metered_id is 'the last before whose odometer was read; null where its own was not';
comment on column fleet.filling.opened_at is 'of the last before that closes';
comment on column fleet.filling.added is 'litres of the fillings between the last that closes and this one; of all before it where none closes';
create index filling_of_vehicle on fleet.filling (vehicle_id, institution_id, fuelled_at, id);
create index filling_of_institution on fleet.filling (institution_id);
select kernel.guard_ledger('fleet.filling', '');

create function fleet.is_liquid(grade text) returns boolean
    language sql immutable parallel safe return coalesce(grade not in ('ELECTRICITY', 'NATURAL_GAS', 'NON_FUEL'), true);

-- Fillings of records, as SQL. Columns as in fleet.filling.
create function fleet.fillings_of(records text) returns text
    language sql immutable
    return format($$
    select id, institution_id, vehicle_id, fuelled_at, litres, odometer, closes, before_id, before_at, metered_id, metered_odometer,
           case when closes then lag(fuelled_at) over alike when full_tanks > 0 then first_value(fuelled_at) over spell end,
           case when closes then lag(odometer) over alike when full_tanks > 0 then first_value(odometer) over spell end,
           poured - litres - coalesce(case when closes then lag(poured) over alike when full_tanks > 0 then first_value(poured) over spell end, 0)
      from (select f.*, lag(id) over car as before_id, lag(fuelled_at) over car as before_at,
                   case when odometer is not null then lag(id) over metered end as metered_id,
                   case when odometer is not null then lag(odometer) over metered end as metered_odometer,
                   sum(litres) over (car rows unbounded preceding) as poured, count(*) filter (where closes) over (car rows unbounded preceding) as full_tanks
              from (select *, filled_up and odometer is not null as closes from %s r where liquid) f
            window car as (partition by vehicle_id, institution_id order by fuelled_at, id),
                   metered as (partition by vehicle_id, institution_id, odometer is null order by fuelled_at, id)) f
    window alike as (partition by vehicle_id, institution_id, closes order by fuelled_at, id),
           spell as (partition by vehicle_id, institution_id, full_tanks order by fuelled_at, id)
    $$, records);

-- A filling changes those after it, and needs none before the last that closes.
create function fleet.keep_track_of_fuel() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $track$
declare
    moved text := case tg_op when 'INSERT' then 'new_rows' when 'DELETE' then 'old_rows'
                             else '(select vehicle_id, institution_id, fuelled_at from old_rows union all select vehicle_id, institution_id, fuelled_at from new_rows)' end;
begin
    -- Whoever tells of the same vehicle at the same time waits, or neither would know of the other. In one order, and of
    -- few locks: an import has more vehicles than a server has room for locks.
    execute format('select pg_advisory_xact_lock(hashtext(''fleet.filling''), n) from (select distinct hashtext(vehicle_id::text) & 255 as n from %s m order by 1) b', moved);
    if tg_op <> 'INSERT' then
        delete from fleet.filling k using old_rows o where k.id = o.id;
    end if;
    execute format($insert$
        with begun as materialized (
            select t.vehicle_id, t.institution_id, k.fuelled_at as start_at, k.id as start_id
              from (select vehicle_id, institution_id, min(fuelled_at) as first from %s m group by 1, 2) t
              left join lateral (select k.fuelled_at, k.id from fleet.filling k
                                  where k.vehicle_id = t.vehicle_id and k.institution_id = t.institution_id and k.closes and k.fuelled_at < t.first
                                  order by k.fuelled_at desc, k.id desc limit 1) k on true
        )
        insert into fleet.filling as k
        select f.* from (%s) f
          join begun b on b.vehicle_id = f.vehicle_id and b.institution_id = f.institution_id
         where b.start_at is null or (f.fuelled_at, f.id) > (b.start_at, b.start_id)
        on conflict (id) do update
           set before_id = excluded.before_id, before_at = excluded.before_at, metered_id = excluded.metered_id, metered_odometer = excluded.metered_odometer,
               opened_at = excluded.opened_at, opened_odometer = excluded.opened_odometer, added = excluded.added
         where (k.before_id, k.before_at, k.metered_id, k.metered_odometer, k.opened_at, k.opened_odometer, k.added)
               is distinct from (excluded.before_id, excluded.before_at, excluded.metered_id, excluded.metered_odometer,
                                 excluded.opened_at, excluded.opened_odometer, excluded.added)
        $insert$, moved, fleet.fillings_of($records$
            (select r.*, fleet.is_liquid(r.grade) as liquid
               from begun b
               join fleet.fuel_record r on r.vehicle_id = b.vehicle_id and r.institution_id = b.institution_id
                and (b.start_at is null or (r.fuelled_at, r.id) >= (b.start_at, b.start_id)))$records$));
    return null;
end $track$;

create trigger keeps_track_insert after insert on fleet.fuel_record referencing new table as new_rows for each statement execute function fleet.keep_track_of_fuel();
create trigger keeps_track_update after update on fleet.fuel_record referencing old table as old_rows new table as new_rows for each statement execute function fleet.keep_track_of_fuel();
create trigger keeps_track_delete after delete on fleet.fuel_record referencing old table as old_rows for each statement execute function fleet.keep_track_of_fuel();

do $$ begin
    execute 'insert into fleet.filling ' || fleet.fillings_of('(select *, fleet.is_liquid(grade) as liquid from fleet.fuel_record)');
end $$;
analyze fleet.filling;

create view facts.filling as
select id, institution_id, vehicle_id, fuelled_at, litres, odometer, closes, before_id, before_at, metered_id, metered_odometer,
       opened_at, opened_odometer, added
  from fleet.filling;
comment on view facts.filling is 'Records of liquid fuel beside those before them, of the same vehicle and institution';
comment on column facts.filling.id is 'of the fuel record';
comment on column facts.filling.closes is 'the tank was filled up and the odometer read: what was burnt until then is known';
comment on column facts.filling.metered_id is 'the last before whose odometer was read; null where its own was not';
comment on column facts.filling.opened_at is 'of the last before that closes';
comment on column facts.filling.added is 'litres of the fillings between the last that closes and this one; of all before it where none closes';
