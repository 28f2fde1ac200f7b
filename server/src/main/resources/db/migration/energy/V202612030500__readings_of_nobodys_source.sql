-- What a gateway says that nobody has registered waits as well: whose it is will be known once somebody does.
alter table energy.set_aside alter column institution_id drop not null;
comment on column energy.set_aside.institution_id is 'of the source: whose the meter is may be what is not known; null until somebody registers the source';
create index set_aside_of_nobody on energy.set_aside (source) where institution_id is null;
