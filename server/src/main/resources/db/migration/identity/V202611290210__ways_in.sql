-- Whether somebody can come in by themselves: by a password, by a provider, or by a passkey that has verified its owner.
-- Who has a way in has arrived; who has none is a machine, or was never here, or is closed.
create function identity.has_way_in(of_account bigint) returns boolean
    language sql stable as $$
    select exists (select from identity.account a where a.id = of_account and a.password_hash is not null)
        or exists (select from identity.provider_link l where l.account_id = of_account)
        or exists (select from identity.passkey p where p.account_id = of_account and p.user_verified)
$$;

-- The one meaning of "in force": begun, not over, its holder there, and, where it was passed on, so is what it came from.
create function identity.grants_in_force(moment timestamptz) returns setof identity.grant
    language sql stable as $$
    select g.* from identity.grant g join identity.account a on a.id = g.account_id and a.enabled
      left join identity.grant s on s.id = g.delegated_from
      left join identity.account f on f.id = s.account_id
     where g.valid @> moment and (g.delegated_from is null or (s.valid @> moment and f.enabled))
$$;
-- Nobody has ended it: in force, or coming.
create function identity.lasts(one identity.grant, moment timestamptz) returns boolean
    language sql stable as $$
    select not isempty(one.valid) and coalesce(upper(one.valid) > moment, true)
$$;

-- Whoever leaves, comes back and leaves again may leave the same thing behind.
comment on constraint what_was_left_is_named_once on identity.left_behind is 'told anew, it is open anew';
