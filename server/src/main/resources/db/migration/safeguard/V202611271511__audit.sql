create schema safeguard;

-- The head of the log. Whoever seals locks it, so that numbers have no gap and stand in the order of commits.
create table safeguard.head (
    single   boolean primary key default true constraint log_has_one_head check (single),
    origin   text,
    size     bigint not null,
    frontier bytea not null
);
comment on column safeguard.head.origin is 'name of the log, chosen by the first start';
comment on column safeguard.head.frontier is 'size, and the roots of the complete subtrees: what the tree grows from';
insert into safeguard.head (size, frontier) values (0, '\x0000000000000000');

create table safeguard.entry (
    seq            bigint primary key,
    at             timestamptz not null,
    actor          text not null,
    action         text not null,
    object         text not null,
    object_id      uuid,
    institution_id uuid,
    outcome        text not null,
    change_id      bigint,
    salt           bytea,
    clear          jsonb,
    leaf           text not null,
    hash           bytea not null
);
comment on table safeguard.entry is 'what was sealed is the leaf alone; the columns before it serve searching';
comment on column safeguard.entry.change_id is 'row of lifeline.change that has the clear text of before and after';
comment on column safeguard.entry.salt is 'the salts of the hashes in the leaf are made of it; null when there are none, or when it was erased';
comment on column safeguard.entry.clear is 'what the hashes called personal are of; null when erased';
comment on column safeguard.entry.leaf is 'canonical JSON (RFC 8785)';
comment on column safeguard.entry.hash is 'of the leaf in both trees, SHA-256 and SM3';
create index entry_of_object on safeguard.entry (object_id, seq) where object_id is not null;
create index entry_of_institution on safeguard.entry (institution_id, seq) where institution_id is not null;
create index entry_by_actor on safeguard.entry (actor, seq);
create index entry_by_action on safeguard.entry (action text_pattern_ops, seq);
create index entry_by_time on safeguard.entry using brin (at);

create table safeguard.tile (
    level  integer not null constraint hashes_of_level_0_stand_in_entries check (level > 0),
    index  bigint not null,
    hashes bytea not null,
    primary key (level, index)
);

create table safeguard.checkpoint (
    size bigint primary key,
    at   timestamptz not null,
    note bytea not null
);
comment on column safeguard.checkpoint.note is 'signed note (C2SP tlog-checkpoint)';

create table safeguard.verifier_key (
    line  text primary key,
    since timestamptz not null default now()
);

-- How far the life line has been compared with the log: what was changed past the server is found in between.
create table safeguard.watch (
    single       boolean primary key default true constraint there_is_one_watch check (single),
    until_change bigint not null,
    since_size   bigint not null,
    next_change  bigint,
    next_size    bigint,
    horizon      xid8
);
comment on column safeguard.watch.until_change is 'changes up to this one have been compared';
comment on column safeguard.watch.since_size is 'later changes are sealed after so many entries';
comment on column safeguard.watch.horizon is 'once no transaction before it is left, changes up to next_change are final';
insert into safeguard.watch (until_change, since_size)
select case when is_called then last_value else 0 end, 0 from lifeline.change_id_seq;

-- The log only grows: for everybody, the owner and replication included, unless the triggers themselves are taken away.
create function safeguard.refuse() returns trigger
    language plpgsql as $$
begin
    raise exception 'The audit log only grows: % of %.% is refused', lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end $$;

-- Lawful erasure: salt and clear text may go, the leaf stays as it was sealed.
create function safeguard.only_erased() returns trigger
    language plpgsql as $$
begin
    if to_jsonb(new) - 'salt' - 'clear' is distinct from to_jsonb(old) - 'salt' - 'clear'
       or (new.salt is not null and new.salt is distinct from old.salt)
       or (new.clear is not null and new.clear is distinct from old.clear) then
        raise exception 'An entry of the audit log cannot be changed: no. %', old.seq using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function safeguard.only_grown() returns trigger
    language plpgsql as $$
begin
    if tg_table_name = 'head' then
        if new.size < old.size or (old.origin is not null and new.origin is distinct from old.origin)
           or (new.size = old.size and new.frontier <> old.frontier) then
            raise exception 'The head of the audit log only grows' using errcode = 'restrict_violation';
        end if;
    elsif new.level <> old.level or new.index <> old.index or length(new.hashes) <= length(old.hashes)
          or substr(new.hashes, 1, length(old.hashes)) <> old.hashes then
        raise exception 'A tile of the audit log only grows' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger refuses_delete before delete or truncate on safeguard.head for each statement execute function safeguard.refuse();
create trigger refuses_delete before delete or truncate on safeguard.entry for each statement execute function safeguard.refuse();
create trigger refuses_delete before delete or truncate on safeguard.tile for each statement execute function safeguard.refuse();
create trigger refuses_change before update or delete or truncate on safeguard.checkpoint for each statement execute function safeguard.refuse();
create trigger refuses_change before update or delete or truncate on safeguard.verifier_key for each statement execute function safeguard.refuse();
create trigger only_grows before update on safeguard.head for each row execute function safeguard.only_grown();
create trigger only_erases before update on safeguard.entry for each row execute function safeguard.only_erased();
create trigger only_grows before update on safeguard.tile for each row execute function safeguard.only_grown();
alter table safeguard.head enable always trigger refuses_delete;
alter table safeguard.head enable always trigger only_grows;
alter table safeguard.entry enable always trigger refuses_delete;
alter table safeguard.entry enable always trigger only_erases;
alter table safeguard.tile enable always trigger refuses_delete;
alter table safeguard.tile enable always trigger only_grows;
alter table safeguard.checkpoint enable always trigger refuses_change;
alter table safeguard.verifier_key enable always trigger refuses_change;
