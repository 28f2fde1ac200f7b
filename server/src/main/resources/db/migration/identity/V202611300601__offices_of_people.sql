-- 三员分立 is about people, and an account of nobody counts as a person of its own: whoever holds the links of two would be two.
-- So an office goes to an account that is bound to a person. Only the house itself gives one to nobody, and whoever is the
-- first to hold it, before there is a ledger of people; the demonstration says of itself what it is.
create or replace function identity.keep_holder() returns trigger
    language plpgsql as $$
begin
    new.holder := identity.holder(new.account_id);
    if new.granted_by = (select a.account from identity.account a where a.id = new.account_id) then
        raise exception 'nobody grants themselves anything' using errcode = 'check_violation', constraint = 'nobody_grants_themselves';
    end if;
    if exists (select from identity.grant source where source.id = new.delegated_from and source.delegated_from is not null) then
        raise exception 'what was delegated is not delegated further' using errcode = 'check_violation', constraint = 'a_delegation_is_not_passed_on';
    end if;
    if new.role like '%\_ADMINISTRATOR' and new.holder like 'account/%' and new.granted_by <> 'yiti'
       and (tg_op = 'INSERT' or old.holder like 'person/%')
       and not (select a.demonstration from identity.account a where a.id = new.account_id)
       and exists (select from identity.grant earlier where earlier.role = new.role and earlier.id <> new.id) then
        raise exception 'an office is somebody''s' using errcode = 'check_violation', constraint = 'an_office_is_somebodys';
    end if;
    return new;
end $$;
-- What the house did is told by this name.
alter table identity.account add constraint the_house_is_nobodys_account check (account <> 'yiti') not valid;

-- Kept for good: whoever acts can end a grant, and change nothing of what it was.
create function identity.only_end_grants() returns trigger
    language plpgsql as $$
begin
    if current_user in ('yiti_scoped', 'yiti_sees_all', 'yiti_all')
       and ((to_jsonb(new) - array['holder', 'revoked_at', 'revoked_by', 'valid', 'duty']) <> (to_jsonb(old) - array['holder', 'revoked_at', 'revoked_by', 'valid', 'duty'])
            or old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by)) then
        raise exception 'a grant is ended, never changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger only_ends before update on identity.grant for each row execute function identity.only_end_grants();
