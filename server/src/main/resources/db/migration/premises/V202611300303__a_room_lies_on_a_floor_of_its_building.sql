-- A room's floor is one of its building: one key says so, instead of two that let them disagree, and the key of the floor
-- says that the building is there. A row of an import is asked about once instead of twice.
alter table premises.floor add constraint floor_is_of_its_building unique (building_id, id);
alter table premises.room add constraint room_lies_on_a_floor_of_its_building
    foreign key (building_id, floor_id) references premises.floor (building_id, id) not valid;
do $$
begin
    alter table premises.room validate constraint room_lies_on_a_floor_of_its_building;
    alter table premises.room drop constraint room_building_id_fkey, drop constraint room_floor_id_fkey;
exception when foreign_key_violation then
    raise warning 'There are rooms on floors of another building. No more will come; those that are there keep the two keys they had';
end $$;
