-- When anything was last entered in the books of data security, by the days that the entries themselves say: of a ledger nothing has come
-- into for long it is not known whether it still is true.
create view facts.datasecurity_entry (institution_id, entered_on) as
select institution_id, starts_on from datasecurity.processing_activity where starts_on is not null
union all
select institution_id, assessed_on from datasecurity.impact_assessment where assessed_on is not null
union all
select institution_id, provided_on from datasecurity.provision where provided_on is not null
union all
select institution_id, assessed_on from datasecurity.risk_assessment where assessed_on is not null
union all
select institution_id, audited_on from datasecurity.compliance_audit where audited_on is not null
union all
select institution_id, (found_at at time zone 'Asia/Shanghai')::date from datasecurity.incident where found_at is not null
union all
select institution_id, starts_on from datasecurity.processor where starts_on is not null;
comment on view facts.datasecurity_entry is '数据安全台账登记日; asked for the last one of an institution, by their indexes';
