-- Who manages energy, what was audited, bought and ordered to be put right, how much water was planned, and how the institution scored.
alter table energy.energy_user add column manager text;
comment on column energy.energy_user.manager is '能源管理岗位: who is in charge of energy';
alter table energy.meter add column key_area text;
comment on column energy.meter.key_area is 'what of the key areas it measures: data room, canteen, boiling water, boiler room';

create table energy.audit (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    done_on        date not null,
    auditor        text not null,
    actions        text,
    act_by         date,
    acted_on       date,
    next_by        date,
    constraint energy_audit_is_entered_once unique (institution_id, done_on),
    constraint energy_audit_is_acted_on_after_it_was_done check (acted_on >= done_on)
);
comment on table energy.audit is '能源审计; next_by: when the next one is due';
create index energy_audit_by_day on energy.audit (done_on, id);

create table energy.purchase (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    contract_no    text not null,
    product        text not null,
    duty           text not null,
    certificate_no text,
    eliminated     boolean not null default false,
    quantity       integer constraint purchase_quantity_is_positive check (quantity > 0),
    amount         numeric(14, 2) constraint purchase_amount_is_not_negative check (amount >= 0),
    bought_on      date not null,
    constraint energy_purchase_is_entered_once unique (contract_no, product, institution_id)
);
comment on table energy.purchase is '用能产品采购';
comment on column energy.purchase.duty is 'MANDATORY 强制采购节能产品, PREFERRED 优先采购, NONE';
comment on column energy.purchase.eliminated is '属于国家明令淘汰的用能产品';
create index energy_purchase_of_institution on energy.purchase (institution_id);
create index energy_purchase_by_day on energy.purchase (bought_on, id);

create table energy.rectification (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    notice_no      text not null,
    issued_on      date not null,
    demands        text not null,
    due_on         date not null,
    done_on        date,
    constraint energy_notice_no_is_unique unique (notice_no, institution_id),
    constraint energy_rectification_is_due_after_it_is_issued check (due_on >= issued_on)
);
comment on table energy.rectification is '节能整改意见书';
create index rectification_of_institution on energy.rectification (institution_id);
create index rectification_by_day on energy.rectification (issued_on, id);

create table energy.saving_review (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint saving_review_year_is_plausible check (year between 1990 and 2100),
    targets_met    boolean,
    score          numeric(5, 2) constraint saving_review_score_is_within_100 check (score between 0 and 100),
    reviewed_on    date,
    constraint saving_review_is_made_once_a_year unique (institution_id, year)
);
comment on table energy.saving_review is '节约型机关评价: 目标管理为符合性评价, 运行管理打分';
create index saving_review_by_year on energy.saving_review (year, id);

create table energy.water_plan (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint water_plan_year_is_plausible check (year between 1990 and 2100),
    quarter        integer not null constraint water_plan_quarter_is_known check (quarter between 1 and 4),
    amount         numeric(14, 2) not null constraint water_plan_is_positive check (amount > 0),
    document_no    text,
    constraint water_plan_is_set_once_a_quarter unique (institution_id, year, quarter)
);
comment on table energy.water_plan is '计划用水, m³ a quarter';
create index water_plan_by_year on energy.water_plan (year, id);

create table energy.publicity (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    year           integer not null constraint energy_publicity_year_is_plausible check (year between 1990 and 2100),
    quarter        integer not null constraint energy_publicity_quarter_is_known check (quarter between 1 and 4),
    published_on   date not null,
    place          text,
    constraint energy_publicity_is_made_once_a_quarter unique (institution_id, year, quarter)
);
comment on table energy.publicity is '能源资源消费内部公示';
create index energy_publicity_by_year on energy.publicity (year, id);

do $$
declare
    ledger regclass;
begin
    foreach ledger in array array['energy.audit', 'energy.purchase', 'energy.rectification', 'energy.saving_review', 'energy.water_plan',
                                  'energy.publicity']::regclass[] loop
        perform lifeline.attach(ledger);
        perform kernel.guard_ledger(ledger);
    end loop;
end $$;
select kernel.let_accounts_in();

create view facts.energy_manager as select institution_id, year, manager from energy.energy_user;
comment on view facts.energy_manager is '能源管理岗位 of a year';

create view facts.key_area_meter as select id as meter_id, institution_id, building_id, energy_kind, key_area, installed_on, removed_on from energy.meter where key_area is not null;
comment on view facts.key_area_meter is 'meters of key areas: SERVER_ROOM CANTEEN BOILING_WATER BOILER_ROOM';

create view facts.energy_audit as select id, institution_id, done_on, auditor, actions, act_by, acted_on, next_by from energy.audit;
comment on view facts.energy_audit is '能源审计';

create view facts.energy_purchase as
select id, institution_id, contract_no, product, duty, certificate_no, eliminated, quantity, amount, bought_on from energy.purchase;
comment on view facts.energy_purchase is '用能产品采购';

create view facts.rectification as select id, institution_id, notice_no, issued_on, demands, due_on, done_on from energy.rectification;
comment on view facts.rectification is '节能整改意见书';

create view facts.saving_review as select institution_id, year, targets_met, score, reviewed_on from energy.saving_review;
comment on view facts.saving_review is '节约型机关评价';

create view facts.water_plan as select institution_id, year, quarter, amount, document_no from energy.water_plan;
comment on view facts.water_plan is '计划用水, m³ a quarter';

create view facts.energy_publicity as select institution_id, year, quarter, published_on from energy.publicity;
comment on view facts.energy_publicity is '能源资源消费内部公示';
