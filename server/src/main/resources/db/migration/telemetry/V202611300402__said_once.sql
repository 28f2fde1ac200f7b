-- A terminal that was not answered says the same again under the same serial: it is stored once.
alter table telemetry.message add column serial integer;
alter table telemetry.message add column digest bigint;
comment on column telemetry.message.serial is 'of the message, of its first package where it came in several; unknown of what came before it was kept';
comment on column telemetry.message.digest is 'of the body: eight bytes of SHA-256';
create unique index message_is_stored_once on telemetry.message (terminal, kind, serial, digest);
