-- The same fragments, twenty times faster: a query of its own for every row took half of applying an import of rooms.
-- What occurs twice may stand twice: an inverted index keeps it once.
create or replace function kernel.fragments(variadic texts text[]) returns text[]
    language plpgsql immutable parallel safe as $$
declare
    part      text;
    cleaned   text;
    fragments text[];
begin
    foreach part in array texts loop
        cleaned := lower(regexp_replace(part, '\s', '', 'g'));
        fragments := fragments || string_to_array(nullif(cleaned, ''), null);
        for place in 1 .. coalesce(length(cleaned), 0) - 1 loop
            fragments := array_append(fragments, substr(cleaned, place, 2));
        end loop;
    end loop;
    return fragments;
end $$;
