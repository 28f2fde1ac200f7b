-- 后勤服务项目目录: What is provided to offices, to what standard.
create table funds.service_item (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    item_no        text not null,
    name           text not null,
    unit           text,
    standard       numeric(12, 2) constraint service_item_standard_is_plausible check (standard between 0 and 1000000000),
    starts_on      date not null,
    ends_on        date,
    document_no    text,
    constraint service_item_is_kept_once unique (item_no, starts_on, institution_id),
    constraint service_item_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index service_item_by_starts_on on funds.service_item (starts_on, id);
create index service_item_of_institution on funds.service_item (institution_id);

-- 后勤服务提供记录: What was provided to whom, and what a unit of it cost.
create table funds.service_record (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    record_no      text not null,
    item_no        text,
    service        text not null,
    recipient      text,
    provided_on    date not null,
    quantity       numeric(12, 2) constraint service_record_quantity_is_plausible check (quantity between 0 and 1000000),
    unit_price     numeric(12, 2) constraint service_record_unit_price_is_plausible check (unit_price between 0 and 1000000000),
    constraint service_record_is_kept_once unique (record_no, institution_id)
);
create index service_record_by_provided_on on funds.service_record (provided_on, id);
create index service_record_of_institution on funds.service_record (institution_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'funds.service_item',
    'funds.service_record']::regclass[]) t;
select kernel.let_accounts_in();

create view facts.service_item as
select id, institution_id, item_no, name, unit, standard, starts_on, ends_on, document_no
  from funds.service_item;
comment on view facts.service_item is '后勤服务项目目录';

create view facts.service_record as
select id, institution_id, record_no, item_no, service, recipient, provided_on, quantity, unit_price
  from funds.service_record;
comment on view facts.service_record is '后勤服务提供记录';
