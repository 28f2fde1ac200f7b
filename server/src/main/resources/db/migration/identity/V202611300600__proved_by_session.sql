-- Whether a second factor was shown is asked of the session, not of its account: one begun while a password sufficed does not
-- become whole by what its owner does elsewhere. Whoever has a factor signs in once more.
comment on column identity.session.strong is 'two factors were shown in it: ours, a passkey, or a provider''s that is believed for two';
update identity.session s set ended_at = now(), provider_hint = null
 where s.ended_at is null and not s.strong and exists (select from identity.second_factor f where f.account_id = s.account_id);
update identity.session set provider_hint = null where ended_at is not null and provider_hint is not null;
