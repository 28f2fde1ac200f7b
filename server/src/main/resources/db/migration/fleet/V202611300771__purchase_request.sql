-- 车辆购置申请: what an institution asks to buy, before there is a vehicle. What the law does not allow is refused here.
create table fleet.purchase_request (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    request_no     text not null,
    requested_on   date not null,
    type           text not null,
    body           text not null,
    energy         text not null,
    price          numeric(12, 2) constraint requested_price_is_plausible check (price between 0 and 100000000),
    displacement   numeric(4, 2) constraint requested_displacement_is_plausible check (displacement between 0 and 20),
    special_need   text,
    approval_no    text,
    status         text not null default 'ASKED',
    constraint purchase_request_is_kept_once unique (request_no, institution_id)
);
create index purchase_request_by_requested_on on fleet.purchase_request (requested_on, id);
create index purchase_request_of_institution on fleet.purchase_request (institution_id);
select lifeline.attach('fleet.purchase_request'), kernel.guard_ledger('fleet.purchase_request');
select kernel.let_accounts_in();
