-- What funds publishes to the rules. Names of people stay where they are.

create view facts.budget as
select id, institution_id, year, item, amount, approved_on, document_no
  from funds.budget;
comment on view facts.budget is '三公及会议培训预算';

create view facts.spending as
select id, institution_id, month, item, source, amount
  from funds.spending;
comment on view facts.spending is '三公及会议培训支出';

create view facts.publication as
select id, institution_id, year, kind, approved_on, published_on, explained, place
  from funds.publication;
comment on view facts.publication is '预决算公开';

create view facts.contract as
select id, institution_id, base_id, contract_no, name, supplier, supplier_size, category, budget_item, method,
       in_catalogue, amount, notice_from, notice_to, awarded_on, signed_on, announced_on, filed_on, starts_on, ends_on,
       pay_days
  from funds.contract;
comment on view facts.contract is '政府采购合同';

create view facts.payment as
select id, institution_id, contract_id, payment_no, amount, delivered_on, accepted_on, acceptance_no, paid_on
  from funds.payment;
comment on view facts.payment is '合同付款';

create view facts.travel_claim as
select id, institution_id, claim_no, tier, starts_on, ends_on, city, city_division, seat, hotel_price, nights,
       meal_allowance, transport_allowance, meals_provided, amount
  from funds.travel_claim;
comment on view facts.travel_claim is '差旅报销';
