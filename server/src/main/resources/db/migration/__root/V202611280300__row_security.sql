-- Whoever acts asks the database in a role of their own, which has no rights but those given here, and says for which parts
-- of the tree it may do what: read, write, settle findings, read the audit log. yiti_scoped reads and writes parts,
-- yiti_sees_all reads everything and writes parts, yiti_all reads and writes everything; none may touch the life line, the
-- audit log, the law or the calendar. What the house does by itself it does as the account that owns the tables, a member
-- of yiti_house, which nobody acts in.
do $$
declare
    acting text;
begin
    foreach acting in array array['yiti_scoped', 'yiti_sees_all', 'yiti_all', 'yiti_house'] loop
        if not exists (select from pg_roles where rolname = acting) then
            execute format('create role %I nologin', acting);
        end if;
        execute format('grant %I to %I', acting, current_user);
    end loop;
end $$;

-- The tree as pairs: who lies in the part of the tree that hangs on whom, oneself included.
create table organization.below (
    root   uuid not null,
    member uuid not null,
    primary key (root, member)
);
comment on table organization.below is 'kept by triggers from organization.institution.parent_id; a circle is walked once';
create index part_of_tree_by_member on organization.below (member, root);

create function organization.keep_below() returns trigger
    language plpgsql security definer set search_path = organization, pg_temp as $$
declare
    moved uuid[];
begin
    if tg_op = 'UPDATE' then
        select array_agg(n.id) into moved from old_rows o join new_rows n on n.id = o.id
         where n.parent_id is distinct from o.parent_id;
    elsif tg_op = 'INSERT' then
        select array_agg(id) into moved from new_rows;
    else
        select array_agg(id) into moved from old_rows;
    end if;
    if moved is null then
        return null;
    end if;
    -- Two branches that move at once would each be paired with where the other was.
    lock table organization.below in share row exclusive mode;
    if tg_op = 'DELETE' then
        delete from organization.below where member = any (moved) or root = any (moved);
        return null;
    end if;
    with recursive affected as (
        select unnest(moved) as id
        union
        select i.id from organization.institution i join affected on i.parent_id = affected.id
    ), above as (
        select id as member, id as root from affected
        union
        select above.member, i.parent_id from above join organization.institution i on i.id = above.root
         where i.parent_id is not null
    ), gone as (
        delete from organization.below b using affected
         where b.member = affected.id
           and not exists (select from above where above.member = b.member and above.root = b.root)
    )
    insert into organization.below (root, member) select root, member from above on conflict do nothing;
    return null;
end $$;
create trigger keeps_below_insert after insert on organization.institution referencing new table as new_rows for each statement execute function organization.keep_below();
create trigger keeps_below_update after update on organization.institution referencing old table as old_rows new table as new_rows for each statement execute function organization.keep_below();
create trigger keeps_below_delete after delete on organization.institution referencing old table as old_rows for each statement execute function organization.keep_below();

with recursive above as (
    select id as member, id as root from organization.institution
    union
    select above.member, i.parent_id from above join organization.institution i on i.id = above.root where i.parent_id is not null
)
insert into organization.below (root, member) select root, member from above;
analyze organization.below;

create function kernel.roots(act text) returns uuid[]
    language sql stable parallel safe as $$ select coalesce(nullif(current_setting('yiti.' || act, true), ''), '{}')::uuid[] $$;
comment on function kernel.roots is 'the institutions on which the parts of the tree hang where one may do this: reads, writes, settles, audits; set with the role; {0} for everywhere';

create function kernel.everywhere(act text) returns boolean
    language sql stable parallel safe as $$ select kernel.roots(act) = '{00000000-0000-0000-0000-000000000000}' $$;

create function kernel.account() returns text
    language sql stable parallel safe as $$ select nullif(current_setting('yiti.account', true), '') $$;

create function kernel.within(act text, institution text) returns text
    language sql immutable as $$
    select format('exists (select from organization.below where below.member = %s and below.root = any ((select kernel.roots(%L))::uuid[]))', institution, act)
$$;
create function kernel.within_or_everywhere(act text, institution text) returns text
    language sql immutable as $$ select format('((select kernel.everywhere(%L)) or %s)', act, kernel.within(act, institution)) $$;

-- Whether whoever asks sees a row: asked as them.
create function kernel.sees(of_table text, row_id uuid) returns boolean
    language plpgsql stable as $$
declare
    seen boolean;
begin
    execute format('select exists (select from %s where id = $1)', of_table::regclass) into seen using row_id;
    return seen;
end $$;

-- What only those may do to it who write everything.
create function kernel.guard_writes(guarded regclass, writes text) returns void
    language plpgsql as $$
declare
    write text;
begin
    foreach write in array string_to_array(writes, ', ') loop
        execute format('create policy %I on %s for %s to yiti_all %s', write || 's_everything', guarded, write,
                       case write when 'insert' then 'with check (true)' else 'using (true)' end);
    end loop;
end $$;

-- What a policy allows is granted as well: kernel.let_accounts_in.
-- @param seen what of it whoever acts within a part of the tree sees
-- @param writes what those who act may do to it, insert, update, delete; empty for nothing
-- @param written what rows they may do it to; null for those they see
create function kernel.guard(guarded regclass, seen text, writes text default '', written text default null) returns void
    language plpgsql as $$
declare
    partition regclass;
    write     text;
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy belongs_to_the_house on %s to yiti_house using (true) with check (true)', guarded);
    execute format('create policy sees_everything on %s for select to yiti_all, yiti_sees_all using (true)', guarded);
    execute format('create policy sees_its_part on %s for select to yiti_scoped using (%s)', guarded, seen);
    foreach write in array case writes when '' then array[]::text[] else string_to_array(writes, ', ') end loop
        perform kernel.guard_writes(guarded, write);
        execute format('create policy %I on %s for %s to yiti_scoped, yiti_sees_all %s', write || 's_in_its_part', guarded, write,
            case write
                when 'insert' then format('with check (%s)', coalesce(written, seen))
                when 'update' then format('using (%1$s) with check (%1$s)', coalesce(written, seen))
                else format('using (%s)', coalesce(written, seen)) end);
    end loop;
    -- A partition has no policy of its own: it is reached through its table or not at all.
    for partition in select inhrelid::regclass from pg_inherits where inhparent = guarded loop
        execute format('alter table %s enable row level security', partition);
        execute format('alter table %s force row level security', partition);
    end loop;
end $$;

-- Rows of an institution: those of the parts of the tree that are acted for.
create function kernel.guard_ledger(guarded regclass, writes text default 'insert, update, delete') returns void
    language sql as $$ select kernel.guard(guarded, kernel.within('reads', 'institution_id'), writes, kernel.within('writes', 'institution_id')) $$;

-- Nobody's rows: everybody sees them. What may be done to them by whom is granted apart.
create function kernel.guard_open(guarded regclass, writes text default '') returns void
    language sql as $$ select kernel.guard(guarded, 'true', writes) $$;

-- What belongs to something else is seen by who sees that.
create function kernel.guard_part(guarded regclass, reference text, whole regclass, writes text default '') returns void
    language sql as $$
    select kernel.guard(guarded, format('exists (select from %s whole where whole.id = %s)', whole, reference), writes)
$$;

do $$
declare
    table_name text;
begin
    for table_name in
        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition
           and n.nspname in ('organization', 'premises', 'fleet', 'energy')
           and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped)
           and c.oid <> all (array['organization.institution', 'premises.site', 'premises.building', 'premises.floor', 'premises.room',
                                   'energy.meter', 'fleet.vehicle_month', 'fleet.trip_outside_orders']::regclass[]) loop
        perform kernel.guard_ledger(table_name::regclass);
    end loop;
    foreach table_name in array array['calendar.day', 'calendar.source', 'law.confirmation', 'law.division_scope', 'law.edition',
                                      'law.parameter', 'law.parameter_value', 'law.value_in_force', 'organization.division',
                                      'organization.below', 'safeguard.head', 'safeguard.tile', 'safeguard.checkpoint',
                                      'safeguard.verifier_key', 'safeguard.watch', 'supervision.rule', 'supervision.sweep',
                                      'supervision.sweep_result', 'ledger.problem', 'demonstration.world'] loop
        perform kernel.guard_open(table_name::regclass);
    end loop;
    -- Who may sign in, and what waits to be done, is asked before anybody is known or by everybody alike: their modules decide.
    foreach table_name in array array['identity.account', 'identity.invitation', 'identity.session', 'identity.failed_sign_in',
                                      'identity.authenticator', 'identity.recovery_code', 'kernel.answered_request',
                                      'kernel.event_publication', 'kernel.scheduled_task', 'supervision.pending_judgement',
                                      -- whose a paper is, its holder knows, whatever ledger that is of
                                      'ledger.paper', 'ledger.paper_chunk'] loop
        perform kernel.guard_open(table_name::regclass, 'insert, update, delete');
    end loop;
end $$;

-- What an institution is called and where it hangs is no secret; what belongs to it is.
select kernel.guard('organization.institution', '(select kernel.account()) is not null', 'insert, update, delete',
                    '(' || kernel.within('writes', 'id') || ' or ' || kernel.within('writes', 'parent_id') || ')');
select kernel.guard_writes('organization.division', 'insert, update, delete');

-- A building houses many, a main meter feeds many: who uses something of it sees what it is, and whose. What lies in one's
-- part of the tree is found here without its policies, which ask this very question.
create function premises.in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    with mine as (
        select distinct member as id from organization.below where root = any (kernel.roots('reads'))
    ), rooms as (
        select r.id, r.floor_id, r.building_id from premises.room r join mine on mine.id = r.institution_id
        union
        select r.id, r.floor_id, r.building_id from premises.occupancy o join mine on mine.id = o.institution_id
          join premises.room r on r.id = o.room_id
    ), buildings as (
        select building_id as id from rooms
        union select building_id from premises.floor f join mine on mine.id = f.institution_id
        union select building_id from premises.lease l join mine on mine.id = l.institution_id
        union select building_id from premises.use_agreement u join mine on mine.id = u.institution_id
        union select building_id from premises.service_charge c join mine on mine.id = c.institution_id
        union select building_id from energy.consumption c join mine on mine.id = c.institution_id
        union select building_id from energy.meter m join mine on mine.id = m.institution_id
    )
    select id from rooms
    union select floor_id from rooms
    union select id from buildings where id is not null
    union select b.site_id from buildings u join premises.building b on b.id = u.id
    union select m.site_id from energy.meter m join mine on mine.id = m.institution_id where m.site_id is not null
$$;
create function energy.in_use() returns setof uuid
    language sql stable security definer set search_path = energy, pg_temp as $$
    select distinct m.parent_id from energy.meter m join organization.below b on b.member = m.institution_id
     where b.root = any (kernel.roots('reads')) and m.parent_id is not null
$$;
do $$
declare
    shared text;
begin
    foreach shared in array array['site', 'building', 'floor', 'room'] loop
        perform kernel.guard(('premises.' || shared)::regclass,
                             '(' || kernel.within('reads', 'institution_id') || ' or id in (select premises.in_use()))',
                             'insert, update, delete', kernel.within('writes', 'institution_id'));
    end loop;
end $$;
select kernel.guard('energy.meter', '(' || kernel.within('reads', 'institution_id') || ' or id in (select energy.in_use()))',
                    'insert, update, delete', kernel.within('writes', 'institution_id'));
-- not what a shared main meter reads
select kernel.guard('energy.reading', 'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('reads', 'm.institution_id') || ')',
                    'insert, update, delete',
                    'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('writes', 'm.institution_id') || ')');
select kernel.guard('energy.meter_day', 'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('reads', 'm.institution_id') || ')');

select kernel.guard_ledger('fleet.vehicle_month', '');
select kernel.guard_ledger('fleet.trip_outside_orders', '');

-- Findings are settled by whoever may, be it nothing else that they may write; also by those who write all ledgers.
select kernel.guard_ledger('supervision.finding', '');
create policy settles on supervision.finding for update to yiti_scoped, yiti_sees_all, yiti_all
    using (true) with check (true);
select kernel.guard_part('supervision.finding_event', 'finding_id', 'supervision.finding');
create policy settles on supervision.finding_event for insert to yiti_scoped, yiti_sees_all, yiti_all with check (true);
do $$
begin
    execute format('alter policy settles on supervision.finding using (%1$s) with check (%1$s)', kernel.within_or_everywhere('settles', 'institution_id'));
    execute format('alter policy settles on supervision.finding_event with check (exists (select from supervision.finding whole where whole.id = finding_id and %s))',
                   kernel.within_or_everywhere('settles', 'whole.institution_id'));
end $$;
select kernel.guard_ledger('supervision.unjudged', '');
-- Whoever governs rules need not write ledgers; that they may is decided in code.
create policy governs on supervision.rule for update to yiti_sees_all, yiti_all using (true) with check (true);
create policy governs on supervision.sweep for insert to yiti_sees_all, yiti_all with check (true);

-- An import is its account's own.
select kernel.guard('workbook.import', 'account = (select kernel.account())', 'insert, update, delete');
select kernel.guard_part('workbook.import_chunk', 'import_id', 'workbook.import', 'insert, update, delete');

-- What an object was elsewhere comes along with it.
select kernel.guard('lifeline.change', '(' || kernel.within('reads', 'institution_id') || ' or kernel.sees(ledger, object_id))');
-- The audit log is seen by whoever audits, and nobody else, however much they see.
select kernel.guard_ledger('safeguard.entry', '');
drop policy sees_everything on safeguard.entry;
do $$
begin
    execute format('alter policy sees_its_part on safeguard.entry to yiti_scoped, yiti_sees_all, yiti_all using (%s)',
                   kernel.within_or_everywhere('audits', 'institution_id'));
end $$;

-- Every right that the roles have, from the policies: a database that was restored without them gets them back at its start.
create function kernel.let_accounts_in() returns void
    language plpgsql as $$
declare
    part  text;
    one   record;
begin
    foreach part in array array['kernel', 'identity', 'calendar', 'law', 'organization', 'ledger', 'lifeline', 'safeguard',
                                'workbook', 'premises', 'fleet', 'energy', 'supervision', 'demonstration', 'facts'] loop
        execute format('grant usage on schema %I to yiti_scoped, yiti_sees_all, yiti_all', part);
    end loop;
    for one in
        select p.polrelid::regclass as guarded, r.rolname as acting,
               case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' end as act
          from pg_policy p join pg_roles r on r.oid = any (p.polroles)
         where r.rolname in ('yiti_scoped', 'yiti_sees_all', 'yiti_all') and p.polcmd <> '*' loop
        execute format('grant %s on %s to %I', one.act, one.guarded, one.acting);
    end loop;
    -- What a view shows to whoever asks, its tables decide.
    for one in select c.oid::regclass as shown from pg_class c where c.relkind = 'v' and c.reloptions::text like '%security_invoker=true%' loop
        execute format('grant select on %s to yiti_all, yiti_sees_all, yiti_scoped', one.shown);
    end loop;
    -- Rows on their way into a ledger are read in and judged by the house, and merged by whoever brings them.
    alter default privileges in schema ledger grant select, insert, update, delete on tables to yiti_scoped, yiti_sees_all, yiti_all;
    -- Facts are seen whole: they are for the rules, and for who sees everything anyway. The law is everybody's.
    grant usage on schema facts to rule_reader;
    grant select on all tables in schema facts to rule_reader, yiti_sees_all, yiti_all;
    alter default privileges in schema facts grant select on tables to rule_reader, yiti_sees_all, yiti_all;
    grant select on facts.calendar_day, facts.division to yiti_scoped;
    for one in select p.relation from law.parameter p where to_regclass('facts.' || p.relation) is not null loop
        execute format('grant select on facts.%I to yiti_scoped', one.relation);
    end loop;
end $$;
select kernel.let_accounts_in();

-- What is kept by triggers is kept whoever acts, and by nobody's hand.
alter function lifeline.record() security definer set search_path = pg_catalog, pg_temp;
alter function lifeline.keep_past() security definer set search_path = pg_catalog, pg_temp;
alter function energy.sum_up_days() security definer set search_path = pg_catalog, pg_temp;
alter function fleet.keep_track_of_trips() security definer set search_path = pg_catalog, pg_temp;
alter function fleet.keep_track_of_parking() security definer set search_path = pg_catalog, pg_temp;
alter function fleet.keep_track_of_orders() security definer set search_path = pg_catalog, pg_temp;
