-- Since when a division is what its row says, and what it was called, and under whom it stood, before.
-- One that gets another code is another division: the old one ends and names its successor.

alter table organization.division add column since date;
create table organization.division_past (
    id          uuid primary key default gen_random_uuid(),
    version     integer not null default 1,
    division_id uuid not null references organization.division on delete cascade,
    name        text not null,
    level       text not null,
    parent_id   uuid references organization.division,
    starts_on   date,
    ends_on     date not null,
    constraint division_past_ends_after_it_starts check (ends_on >= starts_on),
    constraint division_is_one_thing_at_a_time
        exclude using gist (division_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index division_past_of_parent on organization.division_past (parent_id);
create or replace function lifeline.keep_past() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    past   text := tg_argv[0];
    object text := tg_argv[1];
    dated  text := tg_argv[2];
    same   text := format('(%s) is not distinct from (%s)',
                          (select string_agg('o.' || c, ', ') from unnest(string_to_array(dated, ',')) c),
                          (select string_agg('n.' || c, ', ') from unnest(string_to_array(dated, ',')) c));
    -- whose it was comes along, dated or not, unless the object is an institution itself or nobody's
    copied text[] := array(select distinct c from unnest(string_to_array(dated || ',institution_id', ',')) c where c <> object
                              and exists (select from pg_attribute a where a.attrelid = tg_relid and a.attname = c and not a.attisdropped));
begin
    if current_setting('yiti.restoring', true) = 'on' then
        return null;
    end if;
    execute format(
        'update %1$s p set ends_on = n.since - 1
           from old_rows o join new_rows n on n.id = o.id
          where p.%2$s = n.id and n.since <> o.since and p.ends_on <> n.since - 1
            and (p.ends_on >= n.since or (%3$s and p.ends_on = o.since - 1))',
        past, object, same);
    execute format(
        'insert into %1$s (%2$s, %4$s, starts_on, ends_on)
         select o.id, %5$s, o.since, n.since - 1
           from old_rows o join new_rows n on n.id = o.id
          where not (%3$s) and n.since is not null and (o.since is null or n.since > o.since)',
        past, object, same, array_to_string(copied, ', '), 'o.' || array_to_string(copied, ', o.'));
    return null;
end $$;

select lifeline.attach_past('organization.division', 'organization.division_past', 'division_id', 'name', 'level', 'parent_id');

select kernel.guard_open('organization.division_past');
select kernel.guard_writes('organization.division_past', 'insert, update, delete');
select kernel.let_accounts_in();
