-- What is built, repaired and fitted out, who looks at it, what is reported and made public of it, and what becomes of what is idle.
alter table premises.room add column annex_kind text;
comment on column premises.room.annex_kind is 'what an ancillary room is: canteen, garage …; null for other rooms';
alter table premises.lease
    add column reallocation_finding text,
    add column approved_on          date;
comment on column premises.lease.reallocation_finding is 'leasing in: where it was found that neither reallocation nor exchange could meet the need';

create table premises.project (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    code           text not null,
    name           text not null,
    kind           text not null,
    purpose        text not null,
    building_id    uuid references premises.building,
    approval_no    text,
    approved_on    date,
    approved_area  numeric(12, 2) constraint project_approved_area_is_not_negative check (approved_area >= 0),
    built_area     numeric(12, 2) constraint project_area_is_not_negative check (built_area >= 0),
    budget         numeric(16, 2) constraint project_budget_is_not_negative check (budget >= 0),
    cost           numeric(16, 2) constraint project_cost_is_not_negative check (cost >= 0),
    fund_source    text,
    started_on     date,
    accepted_on    date,
    settled_on     date,
    constraint project_code_is_unique unique (code, institution_id),
    constraint project_is_accepted_after_it_starts check (accepted_on >= started_on)
);
comment on table premises.project is '办公用房项目: building, buying, refitting and repairing premises';
comment on column premises.project.budget is '批复概算, yuan';
comment on column premises.project.settled_on is '竣工财务决算批复';
create index project_of_institution on premises.project (institution_id, code);
create index project_by_code on premises.project (code, id);
create index project_of_building on premises.project (building_id);

create table premises.patrol (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    done_on        date not null,
    inspector      text not null,
    score          numeric(5, 2) constraint patrol_score_is_within_100 check (score between 0 and 100),
    problems       text,
    mend_by        date,
    mended_on      date,
    constraint patrol_is_entered_once unique (institution_id, done_on),
    constraint patrol_is_mended_after_it_was_done check (mended_on >= done_on)
);
comment on table premises.patrol is '办公用房巡检 of an institution';
create index patrol_by_day on premises.patrol (done_on, id);

create table premises.filing (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint premises_filing_year_is_plausible check (year between 1990 and 2100),
    kind           text not null,
    filed_on       date not null,
    document_no    text,
    note           text,
    constraint premises_filing_is_made_once unique (institution_id, year, kind)
);
comment on table premises.filing is '办公用房报送、公示、备案';
create index premises_filing_by_year on premises.filing (year, id);

create table premises.idle_disposal (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    plan_no        text not null,
    building_id    uuid not null references premises.building,
    room_id        uuid references premises.room,
    way            text not null,
    area           numeric(12, 2) not null constraint idle_disposal_area_is_positive check (area > 0),
    approval_no    text,
    decided_on     date not null,
    done_on        date,
    constraint idle_disposal_plan_no_is_unique unique (plan_no, institution_id),
    constraint idle_disposal_is_done_after_it_is_decided check (done_on >= decided_on)
);
comment on table premises.idle_disposal is '闲置处置利用方案; of one room, or of a whole building (room_id null)';
create index idle_disposal_of_institution on premises.idle_disposal (institution_id, plan_no);
create index idle_disposal_by_number on premises.idle_disposal (plan_no, id);
create index idle_disposal_of_building on premises.idle_disposal (building_id);
create index idle_disposal_of_room on premises.idle_disposal (room_id);

create table premises.lease_income (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    lease_id       uuid not null references premises.lease,
    starts_on      date not null,
    ends_on        date not null,
    amount         numeric(14, 2) not null constraint lease_income_is_not_negative check (amount >= 0),
    received_on    date,
    receipt_no     text,
    constraint lease_income_is_booked_once unique (lease_id, starts_on),
    constraint lease_income_ends_after_it_starts check (ends_on >= starts_on)
);
comment on table premises.lease_income is '出租收入 of a period, and its receipt of the treasury';
create index lease_income_of_institution on premises.lease_income (institution_id);
create index lease_income_by_start on premises.lease_income (starts_on, id);

create table premises.property_contract (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    contract_no    text not null,
    building_id    uuid references premises.building,
    supplier       text not null,
    amount_per_year numeric(14, 2) constraint property_contract_amount_is_not_negative check (amount_per_year >= 0),
    energy_clause  boolean,
    starts_on      date not null,
    ends_on        date,
    constraint property_contract_no_is_unique unique (contract_no, institution_id),
    constraint property_contract_ends_after_it_starts check (ends_on >= starts_on)
);
comment on column premises.property_contract.energy_clause is 'whether it says what energy is to be saved; null when nobody looked';
create index property_contract_of_institution on premises.property_contract (institution_id, contract_no);
create index property_contract_by_number on premises.property_contract (contract_no, id);
create index property_contract_of_building on premises.property_contract (building_id);

do $$
declare
    ledger regclass;
begin
    foreach ledger in array array['premises.project', 'premises.patrol', 'premises.filing', 'premises.idle_disposal', 'premises.lease_income',
                                  'premises.property_contract']::regclass[] loop
        perform lifeline.attach(ledger);
        perform kernel.guard_ledger(ledger);
    end loop;
end $$;
select kernel.let_accounts_in();

-- Who builds in it, plans for it or has it looked after sees which building that is.
create or replace function premises.buildings_in_use() returns setof uuid
    language sql stable security definer set search_path = premises, pg_temp as $$
    select used.building_id from premises.mine() mine (id)
     cross join lateral (select distinct r.building_id from premises.room r where r.institution_id = mine.id) used
    union select f.building_id from premises.mine() mine (id) join premises.floor f on f.institution_id = mine.id
    union select l.building_id from premises.mine() mine (id) join premises.lease l on l.institution_id = mine.id where l.building_id is not null
    union select u.building_id from premises.mine() mine (id) join premises.use_agreement u on u.institution_id = mine.id
    union select c.building_id from premises.mine() mine (id) join premises.service_charge c on c.institution_id = mine.id
    union select c.building_id from premises.mine() mine (id) join energy.consumption c on c.institution_id = mine.id where c.building_id is not null
    union select m.building_id from premises.mine() mine (id) join energy.meter m on m.institution_id = mine.id where m.building_id is not null
    union select p.building_id from premises.mine() mine (id) join premises.project p on p.institution_id = mine.id where p.building_id is not null
    union select d.building_id from premises.mine() mine (id) join premises.idle_disposal d on d.institution_id = mine.id
    union select p.building_id from premises.mine() mine (id) join premises.property_contract p on p.institution_id = mine.id where p.building_id is not null
    union select r.building_id from premises.rooms_in_use() used (id) join premises.room r on r.id = used.id
$$;

create view facts.room_annex as select id as room_id, institution_id, building_id, annex_kind, usable_area from premises.room where annex_kind is not null;
comment on view facts.room_annex is 'what ancillary rooms are: CANTEEN GARAGE BICYCLE_SHED GUARD CIVIL_DEFENCE OTHER';

create view facts.lease_approval as select id as lease_id, institution_id, reallocation_finding, approved_on from premises.lease;
comment on view facts.lease_approval is 'how leasing in came about: what was looked for first, and when it was approved';

create view facts.project as
select id, institution_id, code, name, kind, purpose, building_id, approval_no, approved_on, approved_area, built_area, budget, cost, fund_source,
       started_on, accepted_on, settled_on
  from premises.project;
comment on view facts.project is '办公用房项目; areas m², money yuan';
comment on column facts.project.kind is 'NEW_BUILD PURCHASE REBUILD EXTENSION OVERHAUL ROUTINE_REPAIR FIT_OUT';
comment on column facts.project.purpose is 'OFFICE TECHNICAL LODGING OTHER';

create view facts.patrol as select id, institution_id, done_on, inspector, score, problems, mend_by, mended_on from premises.patrol;
comment on view facts.patrol is '办公用房巡检';

create view facts.premises_filing as select institution_id, year, kind, filed_on, document_no from premises.filing;
comment on view facts.premises_filing is '办公用房报送、公示、备案: ANNUAL_STATISTICS INTERNAL_PUBLICITY LEADER_OFFICES';

create view facts.idle_disposal as select id, institution_id, plan_no, building_id, room_id, way, area, approval_no, decided_on, done_on from premises.idle_disposal;
comment on view facts.idle_disposal is '闲置处置利用方案; room_id null for a whole building';

create view facts.lease_income as select id, institution_id, lease_id, starts_on, ends_on, amount, received_on, receipt_no from premises.lease_income;
comment on view facts.lease_income is '出租收入';

create view facts.property_contract as
select id, institution_id, contract_no, building_id, supplier, amount_per_year, energy_clause, starts_on, ends_on from premises.property_contract;
comment on view facts.property_contract is '物业服务合同';
