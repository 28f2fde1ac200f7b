-- Which schemas there are is known from what is guarded in them, so that a new module need not be named here.
create or replace function kernel.let_accounts_in() returns void
    language plpgsql as $$
declare
    one record;
begin
    for one in
        select distinct n.nspname as part from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        union select 'facts' loop
        execute format('grant usage on schema %I to yiti_scoped, yiti_sees_all, yiti_all', one.part);
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
