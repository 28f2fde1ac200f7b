-- When anything was last entered in the books of assets, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
drop index assets.asset_of_institution;
create index asset_of_institution on assets.asset (institution_id, purchased_on);

create view facts.asset_entry (institution_id, entered_on) as
select institution_id, purchased_on from assets.asset where purchased_on is not null
union all
select institution_id, disposed_on from assets.asset where disposed_on is not null
union all
select institution_id, taken_on from assets.stocktake where taken_on is not null
union all
select institution_id, disposed_on from assets.asset_disposal where disposed_on is not null
union all
select institution_id, received_on from assets.income where received_on is not null
union all
select institution_id, requested_on from assets.request where requested_on is not null
union all
select institution_id, entered_on from assets.warehouse_entry where entered_on is not null
union all
select institution_id, borrowed_on from assets.loan where borrowed_on is not null
union all
select institution_id, returned_on from assets.loan where returned_on is not null;
comment on view facts.asset_entry is '资产和公物仓台账登记日; asked for the last one of an institution, by their indexes';
