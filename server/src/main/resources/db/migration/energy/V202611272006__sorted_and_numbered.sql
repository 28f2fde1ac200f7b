-- What sorts a list, and the numbers things are looked up by, must not make it read every row.
create index energy_user_by_year on energy.energy_user (year, id);
create index energy_quota_by_year on energy.energy_quota (year, id);
create index energy_filing_by_year on energy.energy_filing (year, id);
