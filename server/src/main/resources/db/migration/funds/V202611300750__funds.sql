-- Public money: budgets of official spending, procurement contracts, payments and their publication.
create schema funds;

-- 三公及会议培训预算: How much a year may cost, item by item.
create table funds.budget (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint budget_year_is_plausible check (year between 1990 and 2100),
    item           text not null,
    amount         numeric(12, 2) not null constraint budget_amount_is_plausible check (amount between 0 and 1000000000),
    approved_on    date,
    document_no    text,
    constraint budget_is_kept_once unique (year, item, institution_id)
);
create index budget_of_institution on funds.budget (institution_id);

-- 三公及会议培训支出: What was spent in a month, item by item, and out of which money.
create table funds.spending (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    month          date not null constraint spending_month_is_a_first check (extract(day from month) = 1),
    item           text not null,
    source         text not null default 'OWN_BUDGET',
    amount         numeric(12, 2) not null constraint spending_amount_is_plausible check (amount between 0 and 1000000000),
    constraint spending_is_kept_once unique (month, item, source, institution_id)
);
create index spending_of_institution on funds.spending (institution_id);

-- 预决算公开: When a budget or final account was approved and published.
create table funds.publication (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint publication_year_is_plausible check (year between 1990 and 2100),
    kind           text not null,
    approved_on    date not null,
    published_on   date,
    explained      boolean not null default false,
    place          text,
    constraint publication_is_kept_once unique (year, kind, institution_id)
);
create index publication_of_institution on funds.publication (institution_id);

-- 政府采购合同: What was bought of whom, in what way, with all days the law counts.
create table funds.contract (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    base_id        uuid references funds.contract,
    contract_no    text not null,
    name           text not null,
    supplier       text not null,
    supplier_size  text,
    category       text not null,
    budget_item    text,
    method         text not null,
    in_catalogue   boolean not null default false,
    amount         numeric(12, 2) not null constraint contract_amount_is_plausible check (amount between 0 and 1000000000),
    notice_from    date,
    notice_to      date,
    awarded_on     date,
    signed_on      date not null,
    announced_on   date,
    filed_on       date,
    starts_on      date,
    ends_on        date,
    pay_days       integer constraint contract_pay_days_is_plausible check (pay_days between 0 and 3650),
    constraint contract_is_kept_once unique (contract_no, institution_id),
    constraint contract_ends_on_is_not_before_starts_on check (ends_on >= starts_on),
    constraint contract_notice_to_is_not_before_notice_from check (notice_to >= notice_from)
);
create index contract_by_signed_on on funds.contract (signed_on, id);
create index contract_of_institution on funds.contract (institution_id);
create index contract_of_base on funds.contract (base_id);
create index contract_search on funds.contract using gin (kernel.fragments(contract_no, name, supplier));

-- 合同付款: What was delivered, accepted and paid.
create table funds.payment (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    contract_id    uuid not null references funds.contract,
    payment_no     integer not null constraint payment_no_is_plausible check (payment_no between 1 and 10000),
    amount         numeric(12, 2) not null constraint payment_amount_is_plausible check (amount between 0 and 1000000000),
    delivered_on   date,
    accepted_on    date,
    acceptance_no  text,
    paid_on        date,
    constraint payment_is_kept_once unique (payment_no, contract_id)
);
create index payment_by_paid_on on funds.payment (paid_on, id);
create index payment_of_institution on funds.payment (institution_id);
create index payment_of_contract on funds.payment (contract_id);

-- 差旅报销: What a journey on duty cost.
create table funds.travel_claim (
    id                  uuid primary key default kernel.new_id(),
    version             integer not null default 1,
    institution_id      uuid not null,
    claim_no            text not null,
    traveller           text not null,
    tier                text not null,
    starts_on           date not null,
    ends_on             date not null,
    city                text,
    city_division       text,
    seat                text,
    hotel_price         numeric(8, 2) constraint travel_claim_hotel_price_is_plausible check (hotel_price between 0 and 100000),
    nights              integer constraint travel_claim_nights_is_plausible check (nights between 0 and 365),
    meal_allowance      numeric(12, 2) constraint travel_claim_meal_allowance_is_plausible check (meal_allowance between 0 and 1000000000),
    transport_allowance numeric(12, 2) constraint travel_claim_transport_allowance_is_plausible check (transport_allowance between 0 and 1000000000),
    meals_provided      boolean not null default false,
    amount              numeric(12, 2) not null constraint travel_claim_amount_is_plausible check (amount between 0 and 1000000000),
    constraint travel_claim_is_kept_once unique (claim_no, institution_id),
    constraint travel_claim_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index travel_claim_by_starts_on on funds.travel_claim (starts_on, id);
create index travel_claim_of_institution on funds.travel_claim (institution_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'funds.budget',
    'funds.spending',
    'funds.publication',
    'funds.contract',
    'funds.payment',
    'funds.travel_claim']::regclass[]) t;
