-- A code tells meters of one institution apart, and nobody what another has (docs/adr/0026).
alter table energy.meter drop constraint meter_code_is_unique, add constraint meter_code_is_unique unique (code, institution_id);
