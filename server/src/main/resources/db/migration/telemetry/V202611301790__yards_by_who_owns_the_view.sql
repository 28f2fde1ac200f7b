-- Whoever asks a fact view needs no right on what it is made of; within one, telemetry.yard asked for the rights of whoever asks.
create or replace view facts.terminal_night as
select f.terminal, i.institution_id, i.plate, (f.started_at at time zone 'Asia/Shanghai')::date as night, f.started_at, f.ended_at,
       (figures ->> 'latitude')::numeric as latitude, (figures ->> 'longitude')::numeric as longitude,
       (figures ->> 'minutes_there')::numeric as minutes_there, (figures ->> 'minutes_known')::numeric as minutes_known,
       (figures ->> 'usual_latitude')::numeric as usual_latitude, (figures ->> 'usual_longitude')::numeric as usual_longitude,
       (figures ->> 'km_from_usual')::numeric as from_usual,
       yard.away / 1000 as from_yard, yard.name as yard
  from telemetry.fact f
  join telemetry.fitting i on i.terminal = f.terminal and i.valid @> (f.started_at at time zone 'Asia/Shanghai')::date
  left join lateral (
    select y.away, y.name
      from (select telemetry.metres_outside(fence, (f.figures ->> 'longitude')::numeric, (f.figures ->> 'latitude')::numeric) as away, fence.name
              from telemetry.fence fence
              join organization.institution owner on owner.id = fence.institution_id
              join organization.division above on above.id = owner.division_id
             where fence.kind = 'YARD'
               and (f.started_at at time zone 'Asia/Shanghai')::date between coalesce(fence.starts_on, '-infinity') and coalesce(fence.ends_on, 'infinity')
               and (fence.institution_id = i.institution_id
                    or fence.covers_below and exists (
                        select from organization.institution mine
                          join organization.division d on d.id = mine.division_id
                         where mine.id = i.institution_id and d.code like regexp_replace(above.code, '(00)+$', '') || '%'))) y
     order by y.away, y.name
     limit 1) yard on true
 where f.kind = 'vehicle.night' and f.settled;
comment on column facts.terminal_night.from_yard is 'kilometres from the nearest yard of its institution that held, 0 within; null where there is none';
comment on column facts.terminal_night.yard is 'the name of that yard';
drop view telemetry.yard;
