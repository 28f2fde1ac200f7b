-- Who sees two numbers of their own part, one after the other, would know how much was found in all others between them. So
-- what counts up is scattered over eight digits: each number once, in no order, by a key that only this database has.
-- Numbers that were given stay.
do $$
begin
    execute format('create function supervision.scattering() returns bigint language sql immutable parallel safe as $key$ select %s::bigint $key$',
                   hashtextextended(gen_random_uuid()::text || gen_random_uuid()::text, 0) >> 8);
end $$;

-- A Feistel network over 28 bits, walked until it comes out within ninety millions.
create function supervision.scattered(counted bigint) returns bigint
    language plpgsql immutable as $$
declare
    key      constant bigint := supervision.scattering();
    half     bigint;
    other    bigint;
    scatter  bigint := counted;
begin
    if counted >= 90000000 then
        return 10000000 + counted;
    end if;
    loop
        half := scatter >> 14;
        other := scatter & 16383;
        for turn in 1 .. 6 loop
            select other, half # (hashint8extended(other, key + turn) & 16383) into half, other;
        end loop;
        scatter := (half << 14) | other;
        exit when scatter < 90000000;
    end loop;
    return 10000000 + scatter;
end $$;

create or replace function supervision.next_finding_number(on_day date) returns text
    language sql volatile as $$
    select 'F' || extract(year from on_day) || '-' || supervision.scattered(nextval('supervision.finding_number'))
$$;

create sequence supervision.case_number;
select setval('supervision.case_number', (select coalesce(max(seq), 0) + 1 from supervision.case_file), false);
alter table supervision.case_file alter column seq drop identity;
alter table supervision.case_file alter column seq set default supervision.scattered(nextval('supervision.case_number'));
grant usage on sequence supervision.case_number to yiti_scoped, yiti_sees_all, yiti_all, yiti_house;
