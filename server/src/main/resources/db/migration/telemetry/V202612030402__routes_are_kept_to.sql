-- Which ways each terminal was told to keep to (0x8606), from when it said yes until it was told otherwise (0x8607, or the same id anew).
-- A way that holds at some hours only is looked at by the terminal alone.
create view telemetry.routed with (security_invoker = true) as
select t.number as terminal, c.id, c.answered_at as since,
       (select min(d.answered_at)
          from telemetry.command d
         where d.terminal_id = c.terminal_id and d.state = 'ANSWERED' and d.answered_at > c.answered_at
           and (d.command = 'SET_ROUTE' and d.body -> 'id' = c.body -> 'id'
                or d.command = 'DELETE_ROUTES' and (coalesce(jsonb_array_length(d.body -> 'ids'), 0) = 0 or d.body -> 'ids' @> (c.body -> 'id')))) as until,
       way.corners, way.width
  from telemetry.command c
  join telemetry.terminal t on t.id = c.terminal_id
 cross join lateral (
        select string_agg(
                   case when bits & 8 = 8 then '-' else '' end || (turn -> 'point' ->> 'longitude')::numeric / 1000000 || ' '
                   || case when bits & 4 = 4 then '-' else '' end || (turn -> 'point' ->> 'latitude')::numeric / 1000000, ';' order by n) as corners,
               max((turn ->> 'widthMetres')::integer) as width, count(*) as turns
          from jsonb_array_elements(c.body -> 'turns') with ordinality u (turn, n)
         cross join lateral (select coalesce((turn ->> 'attributes')::integer, 0) as bits) b) way
 where c.command = 'SET_ROUTE' and c.state = 'ANSWERED' and way.turns > 1 and way.width > 0
   and coalesce((c.body ->> 'attributes')::integer, 0) & 1 = 0;
comment on view telemetry.routed is 'ways that terminals were told to keep to, with their corners as "longitude latitude" and the widest of their widths in metres';

create view facts.terminal_off_route as
select t.terminal, i.institution_id, i.plate, t.settled, t.started_at, t.ended_at, (t.figures ->> 'minutes')::numeric as minutes,
       (t.figures ->> 'km')::numeric as kilometres, (t.figures ->> 'farthest_metres')::numeric as farthest, (t.figures ->> 'width_metres')::numeric as width,
       (t.figures ->> 'latitude')::numeric as latitude, (t.figures ->> 'longitude')::numeric as longitude
  from telemetry.fact t
  join telemetry.fitting i on i.terminal = t.terminal and i.valid @> (t.started_at at time zone 'Asia/Shanghai')::date
 where t.kind = 'vehicle.off-route';
comment on view facts.terminal_off_route is '偏离路线: away from a way it was told to keep to for two minutes and more';
comment on column facts.terminal_off_route.farthest is 'metres from the way, where it was farthest: latitude and longitude say where';
comment on column facts.terminal_off_route.width is 'metres to either side that still are the way';

select kernel.let_accounts_in();
