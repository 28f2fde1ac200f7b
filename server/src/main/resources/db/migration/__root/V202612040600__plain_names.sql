-- Two institutions or firms are the same when their names are, whatever blanks and brackets they are written with.
create function facts.plain_name(name text) returns text
    language sql immutable parallel safe return translate(regexp_replace(name, '\s', '', 'g'), '（）', '()');
