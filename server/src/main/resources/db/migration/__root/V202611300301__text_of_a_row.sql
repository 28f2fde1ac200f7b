-- SQL for the text of a row t of a ledger as jsonb has it, without what is empty and without its version:
-- jsonb_strip_nulls(to_jsonb(t) - 'version')::text, but written at once, in less than half the time. An import of 100,000
-- rows asks for as many. Where a column is of a kind that jsonb writes in its own way, it is that.
create function lifeline.text_of(ledger regclass) returns text
    language sql stable as $$
    select case when bool_and(a.atttypid = any (array['uuid', 'text', 'integer', 'bigint', 'smallint', 'numeric', 'boolean', 'date', 'timestamptz']::regtype[]))
                then '''{'' || concat_ws('', '', ' || string_agg(
                         format('%L || %s', '"' || a.attname || '": ',
                                case when a.atttypid = 'uuid'::regtype then format('''"'' || t.%I || ''"''', a.attname)
                                     when a.atttypid = any (array['integer', 'bigint', 'smallint']::regtype[]) then format('t.%I', a.attname)
                                     else format('to_json(t.%I)', a.attname) end),
                         ', ' order by length(a.attname), a.attname collate "C") || ') || ''}'''
                else 'jsonb_strip_nulls(to_jsonb(t) - ''version'')::text' end
      from pg_attribute a
     where a.attrelid = ledger and a.attnum > 0 and not a.attisdropped and a.attname <> 'version'
$$;
