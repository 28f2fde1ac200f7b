-- What was set aside is looked at, tried again once its cause is mended, or laid down for a reason.
alter table telemetry.set_aside
    add column kind         text,
    add column tries        integer not null default 0,
    add column tried_at     timestamptz,
    add column discarded_at timestamptz,
    add column discarded_by text,
    add column note         text;
update telemetry.set_aside
   set kind = case when content like '%"positions":[{%' then 'POSITION' when content like '%"sayings":[{%' then 'MESSAGE' else 'ANSWER' end;
-- An answer says which command it is to, and that says whose it is.
update telemetry.set_aside s set terminal = t.number
  from telemetry.command c join telemetry.terminal t on t.id = c.terminal_id
 where s.terminal is null and s.content like '%"command":"' || c.id || '"%';
alter table telemetry.set_aside
    alter column kind set not null,
    add constraint set_aside_kind_known check (kind in ('POSITION', 'MESSAGE', 'ANSWER')),
    add constraint set_aside_discarded_by_somebody_for_a_reason
        check (num_nulls(discarded_at, discarded_by, note) in (0, 3));
comment on column telemetry.set_aside.kind is 'what of it could not be stored: positions, another message, or the answer to a command';
comment on column telemetry.set_aside.tries is 'how often it was tried again';
comment on column telemetry.set_aside.note is 'why it was discarded';
create index set_aside_waiting on telemetry.set_aside (why) where discarded_at is null;
