-- Ids that begin with the moment they were made, as version 7 of RFC 9562 has them: what is written together lies together
-- in every index over them, and 74 bits of each stay random. PostgreSQL has its own since 18; 15 is enough for us.
create function kernel.new_id() returns uuid
    language sql volatile parallel safe as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
                                          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                                          from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

do $$
declare
    ledger regclass;
begin
    for ledger in
        select t.tgrelid from pg_trigger t join pg_attrdef d on d.adrelid = t.tgrelid join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
         where t.tgname = 'records_insert' and a.attname = 'id' and pg_get_expr(d.adbin, d.adrelid) = 'gen_random_uuid()' loop
        execute format('alter table %s alter column id set default kernel.new_id()', ledger);
    end loop;
end $$;
