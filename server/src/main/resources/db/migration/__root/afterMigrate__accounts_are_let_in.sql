-- At every start: the account that serves this database may act in each role, wherever the database was restored to. An
-- extension's operators that tell nothing of what they compare may use their index before a policy is asked; only a
-- superuser can say so (docs/operate/row-security.md).
do $$
declare
    acting text;
begin
    foreach acting in array array['rule_reader', 'yiti_scoped', 'yiti_sees_all', 'yiti_all', 'yiti_house'] loop
        if not exists (select from pg_roles where rolname = acting) then
            execute format('create role %I nologin', acting);
        end if;
        if not exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
                        where r.rolname = acting and u.rolname = current_user) then
            execute format('grant %I to %I', acting, current_user);
        end if;
    end loop;
    -- Policies let the house see and write all there is. Past them its rows come in by COPY, straight to where they belong.
    if (select rolsuper from pg_roles where rolname = current_user) and not (select rolbypassrls from pg_roles where rolname = 'yiti_house') then
        alter role yiti_house bypassrls;
    end if;
    if not has_table_privilege('yiti_scoped', 'organization.institution', 'select') then
        perform kernel.let_accounts_in();
    end if;
    if not has_table_privilege('yiti_house', 'organization.institution', 'select') then
        perform kernel.let_house_in();
    end if;
    -- What may tell what it is asked with is asked after the policy, past its index: both, or the search reads every row.
    if (select rolsuper from pg_roles where rolname = current_user)
       and exists (select from pg_proc where not proleakproof and oid in ('pg_catalog.arraycontains(anyarray, anyarray)'::regprocedure,
                                                                          'kernel.fragments(text[])'::regprocedure)) then
        alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
        alter function kernel.fragments(text[]) leakproof;
    end if;
end $$;
