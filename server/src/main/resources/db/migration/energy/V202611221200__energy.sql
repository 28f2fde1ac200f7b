create schema energy;

-- 计量器具: a tree by 分户 (whose), 分类 (which energy), 分项 (for what).
create table energy.meter (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    code           text not null constraint meter_code_is_unique unique,
    name           text not null,
    site_id        uuid,
    building_id    uuid,
    parent_id      uuid references energy.meter,
    energy_kind    text not null,
    level          text not null,
    item           text,
    ratio          numeric(10, 3) not null default 1 constraint meter_ratio_is_positive check (ratio > 0),
    installed_on   date,
    removed_on     date,
    constraint meter_is_not_its_own_parent check (parent_id <> id),
    constraint meter_is_removed_after_it_was_installed check (removed_on >= installed_on)
);
create index meter_of_institution on energy.meter (institution_id, code);
create index meter_of_building on energy.meter (building_id);
create index meter_of_parent on energy.meter (parent_id);
create index meter_search on energy.meter using gin (kernel.fragments(code, name));

-- Consumption in the hour that begins at "at", in the unit of the meter's energy kind.
-- Millions of rows: no life line a row; the import that brought a reading is on the row.
create table energy.reading (
    meter_id       uuid not null references energy.meter,
    at             timestamptz not null,
    amount         double precision not null constraint reading_is_a_number check (amount = amount and abs(amount) < 1e12),
    import_id      uuid,
    primary key (meter_id, at)
) partition by range (at);
create table energy.reading_before_2015 partition of energy.reading for values from (minvalue) to ('2015-01-01 00:00+08');
do $$
declare y int;
begin
    for y in 2015..2035 loop
        execute format('create table energy.reading_%s partition of energy.reading for values from (%L) to (%L)',
                       y, y || '-01-01 00:00+08', (y + 1) || '-01-01 00:00+08');
    end loop;
end $$;
create table energy.reading_after_2035 partition of energy.reading for values from ('2036-01-01 00:00+08') to (maxvalue);

-- 能源资源消费月台账 (基2)
create table energy.consumption (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    building_id    uuid,
    energy_kind    text not null,
    month          date not null constraint consumption_month_is_a_first check (extract(day from month) = 1),
    amount         numeric(16, 3) not null constraint consumption_is_not_negative check (amount >= 0),
    vehicle_amount numeric(16, 3) constraint vehicle_consumption_is_not_negative check (vehicle_amount >= 0),
    cost           numeric(14, 2) constraint energy_cost_is_not_negative check (cost >= 0),
    constraint consumption_is_booked_once unique nulls not distinct (institution_id, building_id, energy_kind, month)
);
comment on column energy.consumption.vehicle_amount is '其中: 车辆用油';

-- 基1: who uses energy, on which area
create table energy.energy_user (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint energy_user_year_is_plausible check (year between 1990 and 2100),
    persons        integer not null constraint energy_persons_are_plausible check (persons between 0 and 1000000),
    building_area  numeric(12, 2) not null constraint energy_area_is_positive check (building_area > 0),
    heated_area    numeric(12, 2),
    statistician   text,
    constraint energy_user_is_stated_once_a_year unique (institution_id, year)
);

create table energy.energy_quota (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint energy_quota_year_is_plausible check (year between 1990 and 2100),
    indicator      text not null,
    constraint_value numeric(14, 4) not null constraint constraint_value_is_positive check (constraint_value > 0),
    benchmark_value  numeric(14, 4),
    guide_value      numeric(14, 4),
    document_no    text,
    constraint energy_quota_is_set_once_a_year unique (institution_id, year, indicator),
    constraint energy_quota_values_descend check (guide_value <= benchmark_value and benchmark_value <= constraint_value)
);
comment on table energy.energy_quota is '能耗定额: 约束值 ≥ 基准值 ≥ 引导值';

create table energy.energy_filing (
    id             uuid primary key default gen_random_uuid(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint energy_filing_year_is_plausible check (year between 1990 and 2100),
    kind           text not null,
    filed_on       date not null,
    document_no    text,
    note           text,
    constraint energy_filing_is_made_once unique (institution_id, year, kind)
);
comment on column energy.energy_filing.year is 'the year reported on (a report filed by 31 March 2026 is of year 2025)';

select lifeline.attach(t) from unnest(array[
    'energy.meter', 'energy.consumption', 'energy.energy_user', 'energy.energy_quota', 'energy.energy_filing']::regclass[]) t;
