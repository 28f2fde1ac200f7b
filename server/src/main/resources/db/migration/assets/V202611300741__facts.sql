-- What assets publishes to the rules. Names of people stay where they are.

create view facts.asset as
select id, institution_id, person_id, card_no, name, gb_code, category, tier, model, price, purchased_on, acquisition,
       use, status, idle_since, event_ended_on, place, special_approval_no, disposed_on
  from assets.asset;
comment on view facts.asset is '资产卡片';

create view facts.asset_basis as
select id, institution_id, starts_on, ends_on, headcount, secret, document_no
  from assets.basis;
comment on view facts.asset_basis is '资产配置基数';

create view facts.stocktake as
select id, institution_id, taken_on, kind, book_count, found_count, book_value, account_value, settled_on, document_no
  from assets.stocktake;
comment on view facts.stocktake is '资产盘点';

create view facts.asset_disposal as
select id, institution_id, asset_id, disposed_on, kind, decision_no, approval_no, approved_on, damage_report_no,
       appraisal_no, platform, written_off_on
  from assets.asset_disposal;
comment on view facts.asset_disposal is '资产处置';

create view facts.asset_income as
select id, institution_id, voucher_no, kind, received_on, amount, paid_in_on, receipt_no
  from assets.income;
comment on view facts.asset_income is '资产收入';

create view facts.asset_report as
select id, institution_id, year, filed_on, document_no
  from assets.report;
comment on view facts.asset_report is '资产年度报告';

create view facts.asset_request as
select id, institution_id, request_no, requested_on, mode, category, tier, quantity, unit_price, searched, why_not,
       special_approval_no, status
  from assets.request;
comment on view facts.asset_request is '资产配置申请';

create view facts.warehouse_entry as
select id, institution_id, asset_id, entered_on, came_from, warehouse, virtual, condition, left_on
  from assets.warehouse_entry;
comment on view facts.warehouse_entry is '公物仓入仓';

create view facts.warehouse_loan as
select id, institution_id, asset_id, borrowed_on, borrower, due_on, returned_on, damaged, compensation
  from assets.loan;
comment on view facts.warehouse_loan is '公物仓出借';
