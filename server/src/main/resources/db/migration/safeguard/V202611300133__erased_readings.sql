-- Lawful erasure: which rows were read goes as salt and clear text do, the leaf stays as it was sealed.
create or replace function safeguard.only_erased() returns trigger
    language plpgsql as $$
begin
    if to_jsonb(new) - 'salt' - 'clear' - 'rows' is distinct from to_jsonb(old) - 'salt' - 'clear' - 'rows'
       or (new.salt is not null and new.salt is distinct from old.salt)
       or (new.clear is not null and new.clear is distinct from old.clear)
       or (new.rows is not null and new.rows is distinct from old.rows) then
        raise exception 'An entry of the audit log cannot be changed: no. %', old.seq using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
