-- 处置审批机关: who approved a disposal, which central institutions are asked for.
alter table assets.asset_disposal add column approver text;
create or replace view facts.asset_disposal as
select id, institution_id, asset_id, disposed_on, kind, decision_no, approval_no, approved_on, damage_report_no,
       appraisal_no, platform, written_off_on, approver
  from assets.asset_disposal;

-- 大型设备使用: How many hours of a year a large thing was used, by its owner and by others.
create table assets.asset_usage (
    id              uuid primary key default kernel.new_id(),
    version         integer not null default 1,
    institution_id  uuid not null,
    asset_id        uuid not null references assets.asset,
    year            integer not null constraint asset_usage_year_is_plausible check (year between 2021 and 2100),
    available_hours numeric(12, 1) not null constraint asset_usage_available_hours_is_plausible check (available_hours between 0 and 8784),
    used_hours      numeric(12, 1) not null constraint asset_usage_used_hours_is_plausible check (used_hours between 0 and 8784),
    shared_hours    numeric(12, 1) constraint asset_usage_shared_hours_is_plausible check (shared_hours between 0 and 8784),
    constraint asset_usage_is_kept_once unique (year, asset_id)
);
create index asset_usage_of_institution on assets.asset_usage (institution_id);
create index asset_usage_of_asset on assets.asset_usage (asset_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'assets.asset_usage']::regclass[]) t;
select kernel.let_accounts_in();

create view facts.asset_usage as
select id, institution_id, asset_id, year, available_hours, used_hours, shared_hours
  from assets.asset_usage;
comment on view facts.asset_usage is '大型设备使用';
