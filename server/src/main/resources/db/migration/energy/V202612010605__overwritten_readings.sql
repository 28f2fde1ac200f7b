-- What an import of readings wrote over, so that taking it back brings it back: readings have no life line.
create table energy.overwritten_reading (
    import_id      uuid not null,
    meter_id       uuid not null,
    at             timestamptz not null,
    amount         double precision not null,
    earlier_import uuid,
    primary key (import_id, meter_id, at)
);
comment on table energy.overwritten_reading is 'readings as they were before an import changed them; gone when it is taken back';
comment on column energy.overwritten_reading.import_id is 'which import wrote over it';
comment on column energy.overwritten_reading.earlier_import is 'which import it had come with; null where it came another way';
select kernel.guard('energy.overwritten_reading', 'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('reads', 'm.institution_id') || ')',
                    'insert, delete',
                    'exists (select from energy.meter m where m.id = meter_id and ' || kernel.within('writes', 'm.institution_id') || ')');
select kernel.let_accounts_in();
