-- Nobody reviews, closes or calls a false alarm what is found of their own unit: of a finding as of a case.
create function supervision.second_pair_of_eyes_of_a_finding() returns trigger
    language plpgsql as $$
begin
    if exists (
        select from supervision.finding f
          join identity.account a on a.account = new.actor
          join organization.below b on b.member = a.institution_id and b.root = f.institution_id
         where f.id = new.finding_id) then
        raise exception 'nobody reviews, closes or dismisses what is found of their own unit'
            using errcode = 'check_violation', constraint = 'nobody_settles_a_finding_of_their_own_unit';
    end if;
    return new;
end $$;
create trigger second_pair_of_eyes before insert on supervision.finding_event
    for each row when (new.step in ('FAIL_REVIEW', 'CLOSE', 'DISMISS') and new.actor is not null)
    execute function supervision.second_pair_of_eyes_of_a_finding();
