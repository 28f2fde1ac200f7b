create view facts.order_driver as
select id as order_id, institution_id, vehicle_id, order_no, planned_start, planned_end, driver_id
  from fleet.dispatch_order where driver_id is not null;
comment on view facts.order_driver is 'who was to drive on an order';
grant select on facts.order_driver to rule_reader;
select kernel.let_accounts_in();
