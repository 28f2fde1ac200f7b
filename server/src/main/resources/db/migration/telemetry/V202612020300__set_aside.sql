-- What terminals said that cannot be stored where it belongs, each with why: it would keep from being stored whatever came with it.
create table telemetry.set_aside (
    id       bigint generated always as identity primary key,
    terminal integer,
    at       timestamptz not null,
    why      text not null,
    content  text not null,
    digest   text not null constraint set_aside_once unique
);
comment on table telemetry.set_aside is 'messages of terminals that the tables they belong in refuse, acknowledged once they stand here';
comment on column telemetry.set_aside.terminal is 'telemetry.terminal.number; unknown of an answer to a command';
comment on column telemetry.set_aside.content is 'JSON of all that the message brought; bytes in base64';
comment on column telemetry.set_aside.digest is 'SHA-256 of terminal and content: the same said twice is one row';
create index set_aside_in_order on telemetry.set_aside (at);
select kernel.guard('telemetry.set_aside', 'exists (select from telemetry.terminal t where t.number = terminal and ' || kernel.within('reads', 't.institution_id') || ')');
select kernel.let_accounts_in();
