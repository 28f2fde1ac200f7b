-- What sorts a list, and the numbers things are looked up by, must not make it read every row.
create index floor_by_number on premises.floor (number, id);
create index lease_by_number on premises.lease (contract_no, id);
create index use_agreement_by_number on premises.use_agreement (agreement_no, id);
create index service_charge_by_month on premises.service_charge (month, id);
