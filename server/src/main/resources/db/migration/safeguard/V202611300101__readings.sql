-- Reading is an act as well: one entry a request, with the rows that were handed out. They are sealed as a salted hash like
-- all details, and kept here alone, by which they are found.
alter table safeguard.entry add column rows uuid[];
comment on column safeguard.entry.rows is 'rows that were read by one request, in the order of what is said of them; null for acts on one object';
create index entry_of_rows on safeguard.entry using gin (rows) with (fastupdate = off) where rows is not null;
