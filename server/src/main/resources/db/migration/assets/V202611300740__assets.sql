-- What institutions own beside premises and vehicles: cards, standards, stocktakes, disposals, the shared warehouse.
create schema assets;

-- 资产卡片: One thing an institution owns, as its card says.
create table assets.asset (
    id                  uuid primary key default kernel.new_id(),
    version             integer not null default 1,
    institution_id      uuid not null,
    person_id           uuid,
    card_no             text not null,
    name                text not null,
    gb_code             text,
    category            text not null,
    tier                text not null default 'DIVISION',
    model               text,
    price               numeric(12, 2) not null constraint asset_price_is_plausible check (price between 0 and 1000000000),
    purchased_on        date,
    acquisition         text not null default 'PURCHASE',
    use                 text not null default 'OWN',
    status              text not null default 'IN_USE',
    idle_since          date,
    event_ended_on      date,
    place               text,
    special_approval_no text,
    disposed_on         date,
    constraint asset_is_kept_once unique (card_no, institution_id)
);
create index asset_by_purchased_on on assets.asset (purchased_on, id);
create index asset_of_institution on assets.asset (institution_id);
create index asset_of_person on assets.asset (person_id);
create index asset_search on assets.asset using gin (kernel.fragments(card_no, name));

-- 资产配置基数: By how many people what an institution may hold is counted.
create table assets.basis (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    starts_on      date not null,
    ends_on        date,
    headcount      integer not null constraint basis_headcount_is_plausible check (headcount between 0 and 1000000),
    secret         boolean not null default false,
    document_no    text,
    constraint basis_is_kept_once unique (starts_on, institution_id),
    constraint basis_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index basis_of_institution on assets.basis (institution_id);

-- 资产盘点: What was counted, against the ledger and against the accounts.
create table assets.stocktake (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    taken_on       date not null,
    kind           text not null,
    book_count     integer not null constraint stocktake_book_count_is_plausible check (book_count between 0 and 10000000),
    found_count    integer not null constraint stocktake_found_count_is_plausible check (found_count between 0 and 10000000),
    book_value     numeric(12, 2) constraint stocktake_book_value_is_plausible check (book_value between 0 and 1000000000),
    account_value  numeric(12, 2) constraint stocktake_account_value_is_plausible check (account_value between 0 and 1000000000),
    settled_on     date,
    document_no    text,
    constraint stocktake_is_kept_once unique (taken_on, institution_id)
);
create index stocktake_of_institution on assets.stocktake (institution_id);

-- 资产处置: How a thing was given up, by whose decision.
create table assets.asset_disposal (
    id               uuid primary key default kernel.new_id(),
    version          integer not null default 1,
    institution_id   uuid not null,
    asset_id         uuid not null references assets.asset,
    disposed_on      date not null,
    kind             text not null,
    decision_no      text,
    approval_no      text,
    approved_on      date,
    damage_report_no text,
    appraisal_no     text,
    platform         boolean not null default false,
    written_off_on   date,
    constraint asset_disposal_is_kept_once unique (asset_id)
);
create index asset_disposal_by_disposed_on on assets.asset_disposal (disposed_on, id);
create index asset_disposal_of_institution on assets.asset_disposal (institution_id);

-- 资产收入: What letting and selling brought, and when the treasury got it.
create table assets.income (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    voucher_no     text not null,
    kind           text not null,
    received_on    date not null,
    amount         numeric(12, 2) not null constraint income_amount_is_plausible check (amount between 0 and 1000000000),
    paid_in_on     date,
    receipt_no     text,
    constraint income_is_kept_once unique (voucher_no, institution_id)
);
create index income_by_received_on on assets.income (received_on, id);
create index income_of_institution on assets.income (institution_id);

-- 资产年度报告: When an institution reported its assets of a year.
create table assets.report (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint report_year_is_plausible check (year between 1990 and 2100),
    filed_on       date not null,
    document_no    text,
    constraint report_is_kept_once unique (year, institution_id)
);
create index report_of_institution on assets.report (institution_id);

-- 资产配置申请: What an institution asks for, and whether it was looked for among what there is.
create table assets.request (
    id                  uuid primary key default kernel.new_id(),
    version             integer not null default 1,
    institution_id      uuid not null,
    request_no          text not null,
    requested_on        date not null,
    mode                text not null,
    category            text not null,
    tier                text not null default 'DIVISION',
    quantity            integer not null constraint request_quantity_is_plausible check (quantity between 1 and 100000),
    unit_price          numeric(12, 2) constraint request_unit_price_is_plausible check (unit_price between 0 and 1000000000),
    searched            boolean not null default false,
    why_not             text,
    special_approval_no text,
    status              text not null default 'ASKED',
    constraint request_is_kept_once unique (request_no, institution_id)
);
create index request_by_requested_on on assets.request (requested_on, id);
create index request_of_institution on assets.request (institution_id);

-- 公物仓入仓: What came into the shared warehouse, from where, and when it left.
create table assets.warehouse_entry (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    asset_id       uuid not null references assets.asset,
    entered_on     date not null,
    came_from      text not null,
    warehouse      text,
    virtual        boolean not null default false,
    condition      text not null,
    left_on        date,
    constraint warehouse_entry_is_kept_once unique (entered_on, asset_id),
    constraint warehouse_entry_left_on_is_not_before_entered_on check (left_on >= entered_on)
);
create index warehouse_entry_of_institution on assets.warehouse_entry (institution_id);
create index warehouse_entry_of_asset on assets.warehouse_entry (asset_id);

-- 公物仓出借: Who borrowed what, until when, and how it came back.
create table assets.loan (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    asset_id       uuid not null references assets.asset,
    borrowed_on    date not null,
    borrower       text not null,
    due_on         date not null,
    returned_on    date,
    damaged        boolean not null default false,
    compensation   numeric(12, 2) constraint loan_compensation_is_plausible check (compensation between 0 and 1000000000),
    constraint loan_is_kept_once unique (borrowed_on, asset_id),
    constraint loan_due_on_is_not_before_borrowed_on check (due_on >= borrowed_on),
    constraint loan_returned_on_is_not_before_borrowed_on check (returned_on >= borrowed_on)
);
create index loan_of_institution on assets.loan (institution_id);
create index loan_of_asset on assets.loan (asset_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'assets.asset',
    'assets.basis',
    'assets.stocktake',
    'assets.asset_disposal',
    'assets.income',
    'assets.report',
    'assets.request',
    'assets.warehouse_entry',
    'assets.loan']::regclass[]) t;
