-- Who uses a building, a floor, a site or a main meter of others' is kept, and no longer gathered by each question: gathered it
-- was only where the number asked for is somebody's, so that the clock told (50 ms of 51) that there is a building of that
-- number. Kept, it is looked up: of what somebody has a few index entries more are read than of what nobody has, and as few
-- whatever whoever asks uses.
create table organization.uses (
    thing_id       uuid not null,
    institution_id uuid not null,
    times          integer not null,
    primary key (thing_id, institution_id)
) with (fillfactor = 80);
comment on table organization.uses is 'by how many rows an institution uses a site, building, floor or main meter; kept by triggers, a room''s occupancies where the room is';
select kernel.guard_ledger('organization.uses', '');

-- Pairs come in order: who counts at the same time waits for the other, and not each for each.
create function organization.count_uses(things uuid[], institutions uuid[], more bigint[]) returns void
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if things is null then
        return;
    end if;
    with counted as (
        insert into organization.uses as u (thing_id, institution_id, times)
        select * from unnest(things, institutions, more)
        on conflict (thing_id, institution_id) do update set times = u.times + excluded.times
        returning u.thing_id, u.institution_id, u.times
    )
    select array_agg(thing_id), array_agg(institution_id) into things, institutions from counted where times = 0;
    delete from organization.uses u using unnest(things, institutions) gone (thing_id, institution_id)
     where u.thing_id = gone.thing_id and u.institution_id = gone.institution_id and u.times = 0;
end $$;
revoke execute on function organization.count_uses(uuid[], uuid[], bigint[]) from public;

-- tg_argv: what a row (t) names; how to come to it. Rows that name the same are counted before what they name is taken apart.
create function organization.keep_uses() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    named        text := 'select institution_id, unnest(things) as thing, %2$s * n as n
                            from (select t.institution_id, array[%1$s] as things, count(*) as n from %3$s t %4$s group by t.institution_id, %1$s) c';
    rows         text[] := '{}';
    things       uuid[];
    institutions uuid[];
    more         bigint[];
begin
    if tg_op <> 'INSERT' and tg_table_name = 'occupancy' then
        -- Who leaves a room while it is moved is counted where it is then: whoever comes in is held up by the reference.
        execute 'select from premises.room where id in (select room_id from old_rows) order by id for key share';
    end if;
    if tg_op <> 'DELETE' then
        rows := rows || format(named, tg_argv[0], 1, 'new_rows', tg_argv[1]);
    end if;
    if tg_op <> 'INSERT' then
        rows := rows || format(named, tg_argv[0], -1, 'old_rows', tg_argv[1]);
    end if;
    execute format('select array_agg(thing), array_agg(institution_id), array_agg(n)
                      from (select thing, institution_id, sum(n) as n from (%s) c
                             where thing is not null group by 1, 2 having sum(n) <> 0 order by 1, 2) changed', array_to_string(rows, ' union all '))
       into things, institutions, more;
    perform organization.count_uses(things, institutions, more);
    return null;
end $$;

-- Who comes into a room, or leaves it, while it is moved to another floor does so before or after it: the room is held (for update), which
-- waits for whoever refers to it; and before any pair is, for which they might wait, so by a trigger that comes first by name.
create function premises.keep_uses_of_occupants() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    moved        uuid[] := array(select o.id from old_rows o join new_rows n on n.id = o.id
                                  where (n.building_id, n.floor_id) is distinct from (o.building_id, o.floor_id));
    things       uuid[];
    institutions uuid[];
    more         bigint[];
begin
    if moved = '{}' then
        return null;
    end if;
    perform from premises.room where id = any (moved) order by id for update;
    select array_agg(thing), array_agg(institution_id), array_agg(n) into things, institutions, more
      from (select thing, institution_id, sum(n) as n
              from (select o.institution_id, unnest(array[r.floor_id, r.building_id]) as thing, 1 as n
                      from new_rows r join premises.occupancy o on o.room_id = r.id where r.id = any (moved)
                    union all
                    select o.institution_id, unnest(array[r.floor_id, r.building_id]), -1
                      from old_rows r join premises.occupancy o on o.room_id = r.id where r.id = any (moved)) c
             group by 1, 2 having sum(n) <> 0 order by 1, 2) changed;
    perform organization.count_uses(things, institutions, more);
    return null;
end $$;
create trigger keeps_uses_of_occupants after update on premises.room referencing old table as old_rows new table as new_rows
    for each statement execute function premises.keep_uses_of_occupants();

do $$
declare
    one record;
begin
    for one in select * from (values
            ('premises.room', 't.floor_id, t.building_id', ''),
            ('premises.occupancy', 'room.floor_id, room.building_id', 'join premises.room on room.id = t.room_id'),
            ('premises.floor', 't.building_id', ''),
            ('premises.lease', 't.building_id', ''),
            ('premises.use_agreement', 't.building_id', ''),
            ('premises.service_charge', 't.building_id', ''),
            ('premises.project', 't.building_id', ''),
            ('premises.idle_disposal', 't.building_id', ''),
            ('premises.property_contract', 't.building_id', ''),
            ('energy.consumption', 't.building_id', ''),
            ('energy.meter', 't.site_id, t.building_id, t.parent_id', '')) of (source, named, by_way_of) loop
        execute format('insert into organization.uses as u (thing_id, institution_id, times)
                        select thing, institution_id, count(*) from (select t.institution_id, unnest(array[%s]) as thing from %s t %s) c
                         where thing is not null group by 1, 2
                        on conflict (thing_id, institution_id) do update set times = u.times + excluded.times', one.named, one.source, one.by_way_of);
        execute format('create trigger keeps_uses_insert after insert on %s referencing new table as new_rows
                            for each statement execute function organization.keep_uses(%L, %L)', one.source, one.named, one.by_way_of);
        execute format('create trigger keeps_uses_update after update on %s referencing old table as old_rows new table as new_rows
                            for each statement execute function organization.keep_uses(%L, %L)', one.source, one.named, one.by_way_of);
        execute format('create trigger keeps_uses_delete after delete on %s referencing old table as old_rows
                            for each statement execute function organization.keep_uses(%L, %L)', one.source, one.named, one.by_way_of);
    end loop;
end $$;
analyze organization.uses;

-- "offset 0": looked up for the one row, however many the planner expects. Gathered into a hash, all that is used would be read
-- as soon as there is a row to ask it for.
create function kernel.used(thing text) returns text
    language sql immutable as $$ select format('exists (select from organization.uses where uses.thing_id = %s and uses.times > 0 offset 0)', thing) $$;
do $$
declare
    shared record;
begin
    for shared in select * from (values
            ('premises.building', kernel.used('building.id')),
            ('premises.floor', kernel.used('floor.id')),
            ('energy.meter', kernel.used('meter.id')),
            -- Whoever sees a building sees the site it stands on.
            ('premises.site', 'exists (select from premises.building where building.site_id = site.id offset 0) or ' || kernel.used('site.id')),
            -- Who is in a room are few, and kept already.
            ('premises.room', 'exists (select from premises.occupancy where occupancy.room_id = room.id offset 0)')) of (things, seen) loop
        execute format('alter policy sees_its_part on %s using (%s or %s)', shared.things, kernel.within('reads', 'institution_id'), shared.seen);
    end loop;
end $$;
drop function premises.sites_in_use();
drop function premises.buildings_in_use();
drop function premises.floors_in_use();
drop function premises.rooms_in_use();
drop function premises.mine();
drop function energy.in_use();
select kernel.let_accounts_in();
select kernel.let_house_in();
