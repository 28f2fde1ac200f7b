-- A code is for one device: with the first use of a code goes the IMEI that is shown with it, and who has the code alone, or
-- shows another IMEI, is turned away. Of the number itself only the hash is needed.
alter table telemetry.link add column imei_hash bytea;
comment on column telemetry.link.imei_hash is 'SHA-256 of the IMEI that was shown with the first use of the code; none before 2019';
