-- Only what came with the statement is looked at: an import seals its entries lot by lot, and looking at all of them again
-- with each lot took a third of its time.
drop trigger only_follows on safeguard.entry;
create or replace function safeguard.only_next() returns trigger
    language plpgsql as $$
declare
    known constant bigint := (select size from safeguard.head);
    first bigint;
    last  bigint;
    many  bigint;
begin
    select min(seq), max(seq), count(*) into first, last, many from fresh;
    if many = 0 then
        return null;
    end if;
    if first <= known or many <> last - first + 1
       or first > known + 1 and not exists (select from safeguard.entry where seq = first - 1) then
        raise exception 'Entries of the audit log follow one another: after no. % comes the next', known
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger only_follows after insert on safeguard.entry referencing new table as fresh
    for each statement execute function safeguard.only_next();
alter table safeguard.entry enable always trigger only_follows;
