-- While keys are changed a ciphertext changes only into one of the same value, in the form of today: bound to its key and index.
create or replace function lifeline.refuse_more_than_rotation(was jsonb, is_now jsonb) returns void
    language plpgsql as $$
begin
    if exists (select from jsonb_each_text(is_now) n
                where n.value is distinct from was ->> n.key
                  and (n.value not like '~2.%'
                       or (was ->> n.key like '~%' and kernel.blind(n.value) <> kernel.blind(was ->> n.key)))) then
        raise exception 'A change of keys changes no values' using errcode = 'restrict_violation';
    end if;
end $$;

-- A row, or part of one, whose sealed values are found by nothing any more.
create function lifeline.without_indexes(state jsonb) returns jsonb
    language sql immutable parallel safe as $$
    select coalesce(jsonb_object_agg(key, case
               when value #>> '{}' like '~%' then to_jsonb(regexp_replace(value #>> '{}', '^(~[^.]*[.][^.]*[.][^.]*[.])[^.]*', '\1'))
               else value end), state)
      from jsonb_each(state)
$$;

-- What was destroyed before: by its index it could still be told from others.
with forgotten as (
    update lifeline.change c set before = lifeline.without_indexes(before), after = lifeline.without_indexes(after)
     where c.ledger in ('organization.person', 'fleet.driver')
       and (c.before::text like '%"~%' or c.after::text like '%"~%')
       and not exists (select from safeguard.subject s where s.id = c.object_id)
    returning c.id, c.object_id)
update safeguard.entry e set salt = null from forgotten where e.object_id = forgotten.object_id and e.change_id = forgotten.id;

select kernel.let_accounts_in();
