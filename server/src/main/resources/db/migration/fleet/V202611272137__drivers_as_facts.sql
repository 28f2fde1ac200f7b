create view facts.driver as
select id, institution_id, code, name, licence_class, licence_expires_on, joined_on, left_on from fleet.driver;
comment on view facts.driver is '驾驶员, those who left included';
comment on column facts.driver.licence_expires_on is 'last day the driving licence is valid; null when unknown';
comment on column facts.driver.left_on is 'first day no longer driving for the institution; null while driving for it';
