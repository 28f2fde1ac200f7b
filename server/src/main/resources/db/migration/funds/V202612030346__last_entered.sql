-- When anything was last entered in the books of money, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
create view facts.funds_entry (institution_id, entered_on) as
select institution_id, month from funds.spending where month is not null
union all
select institution_id, signed_on from funds.contract where signed_on is not null
union all
select institution_id, paid_on from funds.payment where paid_on is not null
union all
select institution_id, ends_on from funds.travel_claim where ends_on is not null
union all
select institution_id, provided_on from funds.service_record where provided_on is not null;
comment on view facts.funds_entry is '经费台账登记日; asked for the last one of an institution, by their indexes';
