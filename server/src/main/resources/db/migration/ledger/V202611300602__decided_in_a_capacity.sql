-- On its day a reorganization asks again whether whoever decided it may, in the capacity in which they decided it.
alter table ledger.reorganization add column purpose text, add column on_behalf_of text;
comment on column ledger.reorganization.purpose is 'for what whoever decided it worked then; none for day-to-day work';
comment on column ledger.reorganization.on_behalf_of is 'for whom they stood in; none for themselves';
comment on column ledger.reorganization.applied_by is 'who decided it; what is planned is done on its day by the rights they have then';
