comment on column fleet.driver.phone is 'sealed';
create index driver_by_phone on fleet.driver (kernel.blind(phone)) where phone is not null;
