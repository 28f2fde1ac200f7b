-- How far outside a fence a place is, in metres; 0 within. An outline is laid flat around the place: it is not large.
create function telemetry.metres_outside(fence telemetry.fence, longitude numeric, latitude numeric) returns numeric
    language sql immutable as $$
    select ceil((case
        when fence.boundary is null then
            greatest(0, 2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians((fence.latitude - latitude)::float8) / 2), 2)
                + cos(radians(latitude::float8)) * cos(radians(fence.latitude::float8))
                * power(sin(radians((fence.longitude - longitude)::float8) / 2), 2)))) - fence.radius)
        else (select point(0, 0) <-> ('(' || string_agg(format('(%s,%s)',
                         (split_part(corner, ' ', 1)::float8 - longitude::float8) * 111195 * cos(radians(latitude::float8)),
                         (split_part(corner, ' ', 2)::float8 - latitude::float8) * 111195), ',' order by place) || ')')::polygon
                from (select regexp_replace(trim(part), '\s+', ' ') as corner, place
                        from regexp_split_to_table(fence.boundary, ';') with ordinality t(part, place)) corners)
        end)::numeric)
$$;

-- Where the vehicles of each institution are kept.
create view telemetry.yard with (security_invoker = true) as
select i.id as institution_id, f as fence, f.name, coalesce(f.starts_on, '-infinity') as since, coalesce(f.ends_on, 'infinity') as until
  from telemetry.fence f
  join organization.institution owner on owner.id = f.institution_id
  join organization.division above on above.id = owner.division_id
  join organization.institution i
    on i.id = f.institution_id
    or f.covers_below and exists (select from organization.division d
                                   where d.id = i.division_id and d.code like regexp_replace(above.code, '(00)+$', '') || '%')
 where f.kind = 'YARD';

create or replace view facts.terminal_night as
select f.terminal, i.institution_id, i.plate, (f.started_at at time zone 'Asia/Shanghai')::date as night, f.started_at, f.ended_at,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude,
       (figures ->> 'minutes_there')::numeric as minutes_there, (figures ->> 'minutes_known')::numeric as minutes_known,
       (figures ->> 'usual_latitude')::numeric as usual_latitude, (figures ->> 'usual_longitude')::numeric as usual_longitude,
       (figures ->> 'km_from_usual')::numeric as from_usual,
       (select min(telemetry.metres_outside(y.fence, (figures ->> 'longitude')::numeric, (figures ->> 'latitude')::numeric)) / 1000
          from telemetry.yard y
         where y.institution_id = i.institution_id and (f.started_at at time zone 'Asia/Shanghai')::date between y.since and y.until) as from_yard,
       (select y.name from telemetry.yard y
         where y.institution_id = i.institution_id and (f.started_at at time zone 'Asia/Shanghai')::date between y.since and y.until
         order by telemetry.metres_outside(y.fence, (figures ->> 'longitude')::numeric, (figures ->> 'latitude')::numeric), y.name limit 1) as yard
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
 where f.kind = 'vehicle.night' and f.settled;
comment on column facts.terminal_night.from_yard is 'kilometres from the nearest yard of its institution that held, 0 within; null where there is none';
comment on column facts.terminal_night.yard is 'the name of that yard';

select kernel.let_accounts_in();
