create index consumption_by_month on energy.consumption (month, id);
