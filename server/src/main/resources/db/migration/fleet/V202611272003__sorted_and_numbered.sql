-- What sorts a list, and the numbers things are looked up by, must not make it read every row.
create index maintenance_by_number on fleet.maintenance (document_no, id);
create index insurance_by_number on fleet.insurance (policy_no, id);
create index disposal_by_day on fleet.disposal (disposed_on, id);
