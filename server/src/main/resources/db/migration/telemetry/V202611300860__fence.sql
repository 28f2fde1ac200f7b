-- 电子围栏: areas an institution wants to know of, each a circle or an outline (WGS-84).
create table telemetry.fence (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    name           text not null,
    kind           text not null,
    covers_below   boolean not null default false,
    longitude      numeric(9, 6) constraint fence_longitude_is_on_earth check (longitude between -180 and 180),
    latitude       numeric(8, 6) constraint fence_latitude_is_on_earth check (latitude between -90 and 90),
    radius         integer constraint fence_radius_is_plausible check (radius between 20 and 50000),
    boundary       text,
    starts_on      date,
    ends_on        date,
    constraint fence_name_is_unique_in_its_institution unique (name, institution_id),
    constraint fence_is_a_circle_or_an_outline check (num_nonnulls(longitude, latitude, radius) = case when boundary is null then 3 else 0 end),
    constraint fence_ends_after_it_starts check (ends_on >= starts_on)
);
comment on column telemetry.fence.covers_below is 'of all vehicles in the division of its institution and below, not of its own alone';
comment on column telemetry.fence.boundary is 'corners as "longitude latitude", parted by semicolons';
create index fence_of_institution on telemetry.fence (institution_id);
select lifeline.attach('telemetry.fence'), kernel.guard_ledger('telemetry.fence');

-- What facts are about: a fence that is drawn anew is another one to the detectors.
create function telemetry.drawn(fence telemetry.fence) returns text
    language sql immutable as $$
    select fence.id || '-' || left(md5(concat_ws(' ', fence.longitude, fence.latitude, fence.radius, fence.boundary)), 8)
$$;

-- Which fences each terminal is looked at for.
create view telemetry.fenced with (security_invoker = true) as
select t.number as terminal, telemetry.drawn(f) as id, f.longitude, f.latitude, f.radius, f.boundary
  from telemetry.fence f
  join organization.institution owner on owner.id = f.institution_id
  join organization.division above on above.id = owner.division_id
  join organization.institution i
    on i.id = f.institution_id
    or f.covers_below and exists (select from organization.division d
                                   where d.id = i.division_id and d.code like regexp_replace(above.code, '(00)+$', '') || '%')
  join telemetry.terminal t on t.institution_id = i.id;

create view facts.terminal_fence as
select t.terminal, i.institution_id, i.plate, f.id as fence_id, f.name as fence, f.kind as fence_kind, t.kind = 'vehicle.fence-crossed' as crossed,
       t.settled, t.started_at, t.ended_at, (t.figures ->> 'minutes')::numeric as minutes, (t.figures ->> 'km')::numeric as kilometres
  from telemetry.fact t
  join telemetry.fitting i on i.terminal = t.terminal and i.valid @> (t.started_at at time zone 'Asia/Shanghai')::date
  join telemetry.fence f on f.id::text = left(t.about, 36)
 where t.kind in ('vehicle.fence', 'vehicle.fence-crossed')
   and (t.started_at at time zone 'Asia/Shanghai')::date between coalesce(f.starts_on, '-infinity') and coalesce(f.ends_on, 'infinity');
comment on view facts.terminal_fence is '进出围栏: when a vehicle was within a fence while it held (not settled while it is), or went through between two positions (crossed)';
comment on column facts.terminal_fence.minutes is 'from the first to the last position within; null where it was crossed';

select kernel.let_accounts_in();
