-- Official hospitality: receptions, meetings, training and canteens, as ledgers until they are services.
create schema reception;

-- 公务接待: Who was received, by which letter and approval, and whether the list of it was signed.
create table reception.reception (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    reception_no   text not null,
    guest_unit     text not null,
    guest_division text,
    letter_no      text,
    letter_on      date,
    letter_persons integer constraint reception_letter_persons_is_plausible check (letter_persons between 1 and 10000),
    letter_from    date,
    letter_to      date,
    purpose        text not null,
    starts_on      date not null,
    ends_on        date not null,
    guests         integer not null constraint reception_guests_is_plausible check (guests between 1 and 10000),
    approval_no    text,
    approved_on    date,
    greeting       text not null default 'NONE',
    activities     text,
    places         text,
    list_signed_on date,
    status         text not null default 'HELD',
    constraint reception_is_kept_once unique (reception_no, institution_id),
    constraint reception_ends_on_is_not_before_starts_on check (ends_on >= starts_on),
    constraint reception_letter_to_is_not_before_letter_from check (letter_to >= letter_from)
);
create index reception_by_starts_on on reception.reception (starts_on, id);
create index reception_of_institution on reception.reception (institution_id);
create index reception_search on reception.reception using gin (kernel.fragments(reception_no, guest_unit));

-- 接待清单人员: Who stands on the list of a reception, and as what.
create table reception.guest (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    reception_id   uuid not null references reception.reception,
    line_no        integer not null constraint guest_line_no_is_plausible check (line_no between 1 and 10000),
    name           text not null,
    unit           text,
    title          text,
    part           text not null,
    tier           text,
    constraint guest_is_kept_once unique (line_no, reception_id)
);
create index guest_of_institution on reception.guest (institution_id);
create index guest_of_reception on reception.guest (reception_id);

-- 接待用餐: What was served to whom, where, and who paid.
create table reception.meal (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    reception_id   uuid not null references reception.reception,
    meal_no        integer not null constraint meal_no_is_plausible check (meal_no between 1 and 1000),
    served_on      date not null,
    kind           text not null,
    guests         integer not null constraint meal_guests_is_plausible check (guests between 0 and 10000),
    companions     integer not null constraint meal_companions_is_plausible check (companions between 0 and 10000),
    venue          text,
    venue_kind     text,
    amount         numeric(12, 2) not null constraint meal_amount_is_plausible check (amount between 0 and 1000000000),
    guest_fee      numeric(12, 2) constraint meal_guest_fee_is_plausible check (guest_fee between 0 and 1000000000),
    alcohol        text not null default 'NONE',
    cigarettes     boolean not null default false,
    luxury_dishes  boolean not null default false,
    constraint meal_is_kept_once unique (meal_no, reception_id)
);
create index meal_by_served_on on reception.meal (served_on, id);
create index meal_of_institution on reception.meal (institution_id);
create index meal_of_reception on reception.meal (reception_id);

-- 接待住宿: Where guests slept, in what rooms.
create table reception.lodging (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    reception_id   uuid not null references reception.reception,
    lodging_no     integer not null constraint lodging_no_is_plausible check (lodging_no between 1 and 1000),
    tier           text not null,
    room_type      text not null,
    rooms          integer not null constraint lodging_rooms_is_plausible check (rooms between 1 and 1000),
    nights         integer not null constraint lodging_nights_is_plausible check (nights between 1 and 365),
    price          numeric(8, 2) not null constraint lodging_price_is_plausible check (price between 0 and 100000),
    hotel          text,
    appointed      boolean not null default false,
    extras         boolean not null default false,
    constraint lodging_is_kept_once unique (lodging_no, reception_id)
);
create index lodging_of_institution on reception.lodging (institution_id);
create index lodging_of_reception on reception.lodging (reception_id);

-- 接待费报销: What was paid for a reception, how, and on which papers.
create table reception.expense (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    reception_id   uuid not null references reception.reception,
    voucher_no     text not null,
    paid_on        date not null,
    item           text not null,
    amount         numeric(12, 2) not null constraint expense_amount_is_plausible check (amount between 0 and 1000000000),
    payment        text not null,
    invoice        boolean not null default false,
    letter         boolean not null default false,
    list           boolean not null default false,
    approval       boolean not null default false,
    constraint expense_is_kept_once unique (voucher_no, reception_id)
);
create index expense_by_paid_on on reception.expense (paid_on, id);
create index expense_of_institution on reception.expense (institution_id);
create index expense_of_reception on reception.expense (reception_id);

-- 年度会议计划: Which meetings a year may have.
create table reception.meeting_plan (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    plan_no        text not null,
    year           integer not null constraint meeting_plan_year_is_plausible check (year between 1990 and 2100),
    name           text not null,
    grade          text not null,
    reason         text,
    days           integer constraint meeting_plan_days_is_plausible check (days between 1 and 60),
    delegates      integer constraint meeting_plan_delegates_is_plausible check (delegates between 1 and 100000),
    staff          integer constraint meeting_plan_staff_is_plausible check (staff between 0 and 10000),
    budget         numeric(12, 2) constraint meeting_plan_budget_is_plausible check (budget between 0 and 1000000000),
    source         text,
    approved_on    date,
    approval_no    text,
    constraint meeting_plan_is_kept_once unique (plan_no, institution_id)
);
create index meeting_plan_by_year on reception.meeting_plan (year, id);
create index meeting_plan_of_institution on reception.meeting_plan (institution_id);

-- 会议: A meeting that was held: who came, for how long, where, at what cost.
create table reception.meeting (
    id                uuid primary key default kernel.new_id(),
    version           integer not null default 1,
    institution_id    uuid not null,
    plan_id           uuid references reception.meeting_plan,
    meeting_no        text not null,
    name              text not null,
    grade             text not null,
    form              text not null default 'IN_PERSON',
    briefing          boolean not null default false,
    starts_on         date not null,
    ends_on           date not null,
    delegates         integer not null constraint meeting_delegates_is_plausible check (delegates between 1 and 100000),
    staff             integer constraint meeting_staff_is_plausible check (staff between 0 and 10000),
    outsiders         integer constraint meeting_outsiders_is_plausible check (outsiders between 0 and 100000),
    venue             text,
    venue_kind        text,
    stars             integer constraint meeting_stars_is_plausible check (stars between 0 and 5),
    lodgers           integer constraint meeting_lodgers_is_plausible check (lodgers between 0 and 100000),
    cost              numeric(12, 2) not null constraint meeting_cost_is_plausible check (cost between 0 and 1000000000),
    banquet_cost      numeric(12, 2) constraint meeting_banquet_cost_is_plausible check (banquet_cost between 0 and 1000000000),
    gift_cost         numeric(12, 2) constraint meeting_gift_cost_is_plausible check (gift_cost between 0 and 1000000000),
    tour_cost         numeric(12, 2) constraint meeting_tour_cost_is_plausible check (tour_cost between 0 and 1000000000),
    extra_approval_no text,
    approval          boolean not null default false,
    notice            boolean not null default false,
    sign_in           boolean not null default false,
    bill              boolean not null default false,
    settled_on        date,
    constraint meeting_is_kept_once unique (meeting_no, institution_id),
    constraint meeting_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index meeting_by_starts_on on reception.meeting (starts_on, id);
create index meeting_of_institution on reception.meeting (institution_id);
create index meeting_of_plan on reception.meeting (plan_id);
create index meeting_search on reception.meeting using gin (kernel.fragments(meeting_no, name));

-- 培训班: A course that was held: for whom, for how long, at what cost.
create table reception.training (
    id               uuid primary key default kernel.new_id(),
    version          integer not null default 1,
    institution_id   uuid not null,
    training_no      text not null,
    name             text not null,
    grade            text not null,
    starts_on        date not null,
    ends_on          date not null,
    trainees         integer not null constraint training_trainees_is_plausible check (trainees between 1 and 100000),
    staff            integer constraint training_staff_is_plausible check (staff between 0 and 10000),
    cost             numeric(12, 2) not null constraint training_cost_is_plausible check (cost between 0 and 1000000000),
    plan_approval_no text,
    constraint training_is_kept_once unique (training_no, institution_id),
    constraint training_ends_on_is_not_before_starts_on check (ends_on >= starts_on)
);
create index training_by_starts_on on reception.training (starts_on, id);
create index training_of_institution on reception.training (institution_id);
create index training_search on reception.training using gin (kernel.fragments(training_no, name));

-- 培训授课: Who taught how long, and for how much.
create table reception.lecture (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    training_id    uuid not null references reception.training,
    lecture_no     integer not null constraint lecture_no_is_plausible check (lecture_no between 1 and 10000),
    lecturer       text not null,
    title          text not null,
    taught_on      date not null,
    hours          numeric(4, 1) not null constraint lecture_hours_is_plausible check (hours between 0 and 100),
    fee            numeric(12, 2) not null constraint lecture_fee_is_plausible check (fee between 0 and 1000000000),
    constraint lecture_is_kept_once unique (lecture_no, training_id)
);
create index lecture_by_taught_on on reception.lecture (taught_on, id);
create index lecture_of_institution on reception.lecture (institution_id);
create index lecture_of_training on reception.lecture (training_id);

-- 机关食堂: A canteen of an institution.
create table reception.canteen (
    id                 uuid primary key default kernel.new_id(),
    version            integer not null default 1,
    institution_id     uuid not null,
    code               text not null,
    name               text not null,
    operation          text not null,
    seats              integer constraint canteen_seats_is_plausible check (seats between 0 and 100000),
    licence_no         text,
    licence_expires_on date,
    opened_on          date,
    closed_on          date,
    constraint canteen_is_kept_once unique (code, institution_id),
    constraint canteen_closed_on_is_not_before_opened_on check (closed_on >= opened_on)
);
create index canteen_of_institution on reception.canteen (institution_id);
create index canteen_search on reception.canteen using gin (kernel.fragments(code, name));

-- 食堂反食品浪费评估: How a canteen did against waste: its own assessment of a quarter, the bureau's spot check, the second look.
create table reception.canteen_assessment (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    canteen_id     uuid not null references reception.canteen,
    kind           text not null,
    assessed_on    date not null,
    score          numeric(4, 1) constraint canteen_assessment_score_is_plausible check (score between 0 and 100),
    grade          text not null,
    parts          integer constraint canteen_assessment_parts_is_plausible check (parts between 0 and 8),
    recheck_due_on date,
    constraint canteen_assessment_is_kept_once unique (kind, assessed_on, canteen_id)
);
create index canteen_assessment_by_assessed_on on reception.canteen_assessment (assessed_on, id);
create index canteen_assessment_of_institution on reception.canteen_assessment (institution_id);
create index canteen_assessment_of_canteen on reception.canteen_assessment (canteen_id);

-- 食堂从业人员: Who works in a canteen, and until when their health certificate holds.
create table reception.canteen_worker (
    id                     uuid primary key default kernel.new_id(),
    version                integer not null default 1,
    institution_id         uuid not null,
    canteen_id             uuid not null references reception.canteen,
    code                   text not null,
    name                   text not null,
    direct_contact         boolean not null default false,
    certificate_expires_on date,
    joined_on              date,
    left_on                date,
    constraint canteen_worker_is_kept_once unique (code, canteen_id),
    constraint canteen_worker_left_on_is_not_before_joined_on check (left_on >= joined_on)
);
create index canteen_worker_of_institution on reception.canteen_worker (institution_id);
create index canteen_worker_of_canteen on reception.canteen_worker (canteen_id);

-- 食品留样: What was kept of each dish, how much and for how long.
create table reception.food_sample (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    canteen_id     uuid not null references reception.canteen,
    dish           text not null,
    served_at      timestamptz not null,
    grams          numeric(5, 0) not null constraint food_sample_grams_is_plausible check (grams between 0 and 10000),
    discarded_at   timestamptz,
    constraint food_sample_is_kept_once unique (served_at, dish, canteen_id)
);
create index food_sample_by_dish on reception.food_sample (dish);
create index food_sample_of_institution on reception.food_sample (institution_id);
create index food_sample_of_canteen on reception.food_sample (canteen_id);

-- 餐厨垃圾月台账: How much a canteen threw away in a month, for how many meals.
create table reception.food_waste (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    canteen_id     uuid not null references reception.canteen,
    month          date not null constraint food_waste_month_is_a_first check (extract(day from month) = 1),
    diners         integer not null constraint food_waste_diners_is_plausible check (diners between 0 and 10000000),
    kilograms      numeric(9, 1) not null constraint food_waste_kilograms_is_plausible check (kilograms between 0 and 10000000),
    constraint food_waste_is_kept_once unique (month, canteen_id)
);
create index food_waste_of_institution on reception.food_waste (institution_id);
create index food_waste_of_canteen on reception.food_waste (canteen_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'reception.reception',
    'reception.guest',
    'reception.meal',
    'reception.lodging',
    'reception.expense',
    'reception.meeting_plan',
    'reception.meeting',
    'reception.training',
    'reception.lecture',
    'reception.canteen',
    'reception.canteen_assessment',
    'reception.canteen_worker',
    'reception.food_sample',
    'reception.food_waste']::regclass[]) t;
