-- Whoever may write entries at all writes the next ones: no gap, nothing in between, nothing from before. And the head says
-- no more than there is.
create function safeguard.only_next() returns trigger
    language plpgsql as $$
declare
    known bigint := (select size from safeguard.head);
    last  bigint := (select max(seq) from safeguard.entry);
begin
    if last is null then
        return null;
    end if;
    if last <= known or (select count(*) from safeguard.entry where seq > known) <> last - known then
        raise exception 'Entries of the audit log follow one another: after no. % comes the next', known
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger only_follows after insert on safeguard.entry for each statement execute function safeguard.only_next();
alter table safeguard.entry enable always trigger only_follows;

create function safeguard.only_what_is_there() returns trigger
    language plpgsql as $$
begin
    if new.size > old.size and new.size is distinct from (select max(seq) from safeguard.entry) then
        raise exception 'The head of the audit log tells of what is there' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger only_tells_what_is_there before update on safeguard.head for each row execute function safeguard.only_what_is_there();
alter table safeguard.head enable always trigger only_tells_what_is_there;
