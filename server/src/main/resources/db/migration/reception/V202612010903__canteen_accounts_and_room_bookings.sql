-- 食堂收支账: What a canteen spent in a month on whose meals, and in which account that stands.
create table reception.canteen_account (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    canteen_id     uuid not null references reception.canteen,
    month          date not null constraint canteen_account_month_is_a_first check (extract(day from month) = 1),
    account        text not null,
    purpose        text not null,
    amount         numeric(12, 2) not null constraint canteen_account_amount_is_plausible check (amount between 0 and 1000000000),
    constraint canteen_account_is_kept_once unique (month, account, purpose, canteen_id)
);
create index canteen_account_of_institution on reception.canteen_account (institution_id);
create index canteen_account_of_canteen on reception.canteen_account (canteen_id);

-- 会议室预订: Who asked for which meeting room, and whether anybody came.
create table reception.room_booking (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    booking_no     text not null,
    room           text not null,
    booked_by      text,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    used_at        timestamptz,
    cancelled_at   timestamptz,
    constraint room_booking_is_kept_once unique (booking_no, institution_id),
    constraint room_booking_ends_at_is_not_before_starts_at check (ends_at >= starts_at)
);
create index room_booking_by_starts_at on reception.room_booking (starts_at, id);
create index room_booking_of_institution on reception.room_booking (institution_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'reception.canteen_account',
    'reception.room_booking']::regclass[]) t;
select kernel.let_accounts_in();

create view facts.canteen_account as
select id, institution_id, canteen_id, month, account, purpose, amount
  from reception.canteen_account;
comment on view facts.canteen_account is '食堂收支账';

create view facts.room_booking as
select id, institution_id, booking_no, room, booked_by, starts_at, ends_at, used_at, cancelled_at
  from reception.room_booking;
comment on view facts.room_booking is '会议室预订';
