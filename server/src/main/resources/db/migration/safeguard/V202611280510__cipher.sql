-- Keys of sealed columns, wrapped by a master key that lies in a file and not here.
create table safeguard.data_key (
    id      text primary key,
    use     text not null constraint data_key_has_a_known_use check (use in ('VALUES', 'INDEX')),
    wrapped bytea not null,
    made_at timestamptz not null default clock_timestamp()
);
comment on table safeguard.data_key is 'the newest of a use encrypts, the others only open';

-- A secret for each row that has sealed values. Without it they cannot be opened, in whatever copy.
create table safeguard.subject (
    id      uuid primary key,
    secret  bytea not null,
    made_at timestamptz not null default now()
);
comment on column safeguard.subject.id is 'of the row';
comment on column safeguard.subject.secret is 'wrapped by the master key; deleted to destroy the values';
