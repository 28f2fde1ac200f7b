-- What is used of others' is asked of each kind by itself. Rooms of one's own are seen anyway: gathering them, to tell which
-- of others' rooms one sees, took a city 100 ms for each list and each search, and a province seconds.
create function premises.mine() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select distinct member from organization.below where root = any (kernel.roots('reads'))
$$;
create function premises.rooms_in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select distinct used.room_id from premises.mine() mine (id)
     cross join lateral (select distinct o.room_id from premises.occupancy o where o.institution_id = mine.id) used
$$;
-- One institution after the other, by index: gathered at once, all rooms of the house would be read.
create function premises.floors_in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select used.floor_id from premises.mine() mine (id)
     cross join lateral (select distinct r.floor_id from premises.room r where r.institution_id = mine.id) used
    union select r.floor_id from premises.rooms_in_use() used (id) join premises.room r on r.id = used.id
$$;
create function premises.buildings_in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select used.building_id from premises.mine() mine (id)
     cross join lateral (select distinct r.building_id from premises.room r where r.institution_id = mine.id) used
    union select f.building_id from premises.mine() mine (id) join premises.floor f on f.institution_id = mine.id
    union select l.building_id from premises.mine() mine (id) join premises.lease l on l.institution_id = mine.id where l.building_id is not null
    union select u.building_id from premises.mine() mine (id) join premises.use_agreement u on u.institution_id = mine.id
    union select c.building_id from premises.mine() mine (id) join premises.service_charge c on c.institution_id = mine.id
    union select c.building_id from premises.mine() mine (id) join energy.consumption c on c.institution_id = mine.id where c.building_id is not null
    union select m.building_id from premises.mine() mine (id) join energy.meter m on m.institution_id = mine.id where m.building_id is not null
    union select r.building_id from premises.rooms_in_use() used (id) join premises.room r on r.id = used.id
$$;
create function premises.sites_in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select b.site_id from premises.buildings_in_use() used (id) join premises.building b on b.id = used.id
    union
    select m.site_id from premises.mine() mine (id) join energy.meter m on m.institution_id = mine.id where m.site_id is not null
$$;
do $$
declare
    shared text;
begin
    foreach shared in array array['site', 'building', 'floor', 'room'] loop
        execute format('alter policy sees_its_part on premises.%I using (%s or id in (select premises.%I()))',
                       shared, kernel.within('reads', 'institution_id'), shared || 's_in_use');
    end loop;
end $$;
drop function premises.in_use();
