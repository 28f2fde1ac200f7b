-- Whether what was told says where a vehicle was: it has a fix (bit 1 of table 25 of JT/T 808), is not encrypted (bit 5), and lies on earth; nought and nought is a terminal that knows nothing.
-- The detectors judge in the same way (org.yiti.detect.vehicle.Reason).
create function telemetry.is_place(lat integer, lon integer, status integer) returns boolean
    language sql immutable as $$
    select status & 34 = 2 and lat between -90000000 and 90000000 and lon between -180000000 and 180000000 and (lat <> 0 or lon <> 0)
$$;

create or replace function telemetry.catch_up(numbers integer[], current timestamptz) returns void
    language sql as $$
    insert into telemetry.latest as known (terminal, at, lat, lon, speed, direction, status, fuel, received_at, noted_at)
    select t.number, p.at, p.lat, p.lon, p.speed, p.direction, p.status, p.fuel, p.received_at, current
      from telemetry.terminal t
      left join telemetry.latest l on l.terminal = t.number
     cross join lateral (
           select * from telemetry.position
            where terminal = t.number and at > coalesce(l.at, '2011-01-01') and at < current + interval '10 minutes'
              and at <= received_at + interval '10 minutes' and telemetry.is_place(lat, lon, status)
            order by at desc, digest desc limit 1) p
     where numbers is null or t.number = any (numbers)
     order by t.number
        on conflict (terminal) do update
       set at = excluded.at, lat = excluded.lat, lon = excluded.lon, speed = excluded.speed, direction = excluded.direction,
           status = excluded.status, fuel = excluded.fuel, received_at = excluded.received_at, noted_at = excluded.noted_at
     where known.at is null or known.at < excluded.at;

    insert into telemetry.latest as known (terminal, astray_at, noted_at)
    select t.number, p.received_at, current
      from telemetry.terminal t
      left join telemetry.latest l on l.terminal = t.number
     cross join lateral (
           select max(received_at) as received_at from telemetry.position
            where terminal = t.number and (at < '2011-01-01' or at > current + interval '10 minutes')) p
     where (numbers is null or t.number = any (numbers)) and p.received_at > coalesce(l.astray_at, '-infinity')
     order by t.number
        on conflict (terminal) do update set astray_at = excluded.astray_at, noted_at = excluded.noted_at;
$$;

-- What was taken for a place and is none: the next round finds the last that is.
update telemetry.latest
   set at = null, lat = null, lon = null, speed = null, direction = null, status = null, fuel = null, received_at = null, noted_at = now()
 where not telemetry.is_place(lat, lon, status);

select kernel.let_accounts_in();
