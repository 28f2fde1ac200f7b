-- Why a message was not taken is kept by name, as `Undelivered` words it for its reader; before, it was kept in English words.
create function pg_temp.named(why text) returns text language sql as $$
    select case
        when why is null or why = 'BY_OWNER' then why
        when why ~ '^it answered [0-9]+$' then 'ANSWERED ' || substring(why from '[0-9]+$')
        when why ~* '^no status in time$|timed out' then 'LATE'
        when why = 'no answer of HTTP' then 'NOT_HTTP'
        when why = 'the address may not be called' then 'NOT_ALLOWED'
        when why = 'no mail server is named' then 'NO_MAIL'
        when why = 'its secret was destroyed' then 'NO_SECRET'
        when why = 'the account is closed' then 'CLOSED'
        when why ~ '^Mail|^Messaging|^SendFailed' then 'MAIL_REFUSED'
        else 'NOT_REACHED' end
$$;
update supervision.message set error = pg_temp.named(error) where error is not null;
update supervision.subscription set stopped_why = pg_temp.named(stopped_why) where stopped_why is not null;
drop function pg_temp.named(text);
comment on column supervision.message.error is 'why the last try failed: a name of Undelivered, and what its words have room for';
comment on column supervision.subscription.stopped_why is 'BY_OWNER, or why nothing could be delivered any more: a name of Undelivered';
