alter table law.parameter add column codes jsonb not null default '{}';
comment on column law.parameter.codes is 'the code table that words each dimension, and the value where that is text';
