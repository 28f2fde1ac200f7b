-- For whom whoever made a change stood in. The triggers need not know: it is what the transaction says.
alter table lifeline.change add column behalf text default nullif(current_setting('yiti.behalf', true), '');
comment on column lifeline.change.behalf is 'account on whose behalf it was done, by delegation; not known of changes before this column';
