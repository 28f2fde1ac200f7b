-- What people tell terminals, and what became of it.
create table telemetry.command (
    id          uuid primary key default kernel.new_id(),
    terminal_id uuid not null references telemetry.terminal on delete cascade,
    command     text not null,
    body        jsonb not null,
    state       text not null default 'QUEUED' constraint command_state_is_known check (state in ('QUEUED', 'SENT', 'ANSWERED', 'FAILED', 'EXPIRED')),
    asked_by    text not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null constraint command_expires_after_it_was_asked check (expires_at > asked_at),
    session     uuid,
    sends       integer not null default 0,
    sent_at     timestamptz,
    again_at    timestamptz,
    result      smallint,
    answer      jsonb,
    answered_at timestamptz
);
comment on column telemetry.command.body is 'fields of the message by their names in jt808';
comment on column telemetry.command.session is 'the connection it was sent over last; over another it is sent again';
comment on column telemetry.command.again_at is 'when it is sent again over the same connection: T, 2T, 6T, 24T after it was sent';
comment on column telemetry.command.result is 'of the terminal''s general reply: 0 done, 1 failed, 2 not understood, 3 not supported';
create index command_of_terminal on telemetry.command (terminal_id, asked_at desc);
create index command_under_way on telemetry.command (terminal_id) where state in ('QUEUED', 'SENT');

do $$
begin
    perform kernel.guard('telemetry.command', 'exists (select from telemetry.terminal t where t.id = terminal_id)', 'insert',
                         'exists (select from telemetry.terminal t where t.id = terminal_id and ' || kernel.within('writes', 't.institution_id') || ')');
end $$;
select kernel.let_accounts_in();
