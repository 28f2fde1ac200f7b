-- What reception publishes to the rules. Names of people stay where they are.

create view facts.reception as
select id, institution_id, reception_no, guest_unit, guest_division, letter_no, letter_on, letter_persons, letter_from,
       letter_to, purpose, starts_on, ends_on, guests, approval_no, approved_on, greeting, activities, places,
       list_signed_on, status
  from reception.reception;
comment on view facts.reception is '公务接待';

create view facts.reception_guest as
select id, institution_id, reception_id, line_no, unit, title, part, tier
  from reception.guest;
comment on view facts.reception_guest is '接待清单人员';

create view facts.reception_meal as
select id, institution_id, reception_id, meal_no, served_on, kind, guests, companions, venue, venue_kind, amount,
       guest_fee, alcohol, cigarettes, luxury_dishes
  from reception.meal;
comment on view facts.reception_meal is '接待用餐';

create view facts.reception_lodging as
select id, institution_id, reception_id, lodging_no, tier, room_type, rooms, nights, price, hotel, appointed, extras
  from reception.lodging;
comment on view facts.reception_lodging is '接待住宿';

create view facts.reception_expense as
select id, institution_id, reception_id, voucher_no, paid_on, item, amount, payment, invoice, letter, list, approval
  from reception.expense;
comment on view facts.reception_expense is '接待费报销';

create view facts.meeting_plan as
select id, institution_id, plan_no, year, name, grade, reason, days, delegates, staff, budget, source, approved_on,
       approval_no
  from reception.meeting_plan;
comment on view facts.meeting_plan is '年度会议计划';

create view facts.meeting as
select id, institution_id, plan_id, meeting_no, name, grade, form, briefing, starts_on, ends_on, delegates, staff,
       outsiders, venue, venue_kind, stars, lodgers, cost, banquet_cost, gift_cost, tour_cost, extra_approval_no,
       approval, notice, sign_in, bill, settled_on
  from reception.meeting;
comment on view facts.meeting is '会议';

create view facts.training as
select id, institution_id, training_no, name, grade, starts_on, ends_on, trainees, staff, cost, plan_approval_no
  from reception.training;
comment on view facts.training is '培训班';

create view facts.lecture as
select id, institution_id, training_id, lecture_no, title, taught_on, hours, fee
  from reception.lecture;
comment on view facts.lecture is '培训授课';

create view facts.canteen as
select id, institution_id, code, name, operation, seats, licence_no, licence_expires_on, opened_on, closed_on
  from reception.canteen;
comment on view facts.canteen is '机关食堂';

create view facts.canteen_assessment as
select id, institution_id, canteen_id, kind, assessed_on, score, grade, parts, recheck_due_on
  from reception.canteen_assessment;
comment on view facts.canteen_assessment is '食堂反食品浪费评估';

create view facts.canteen_worker as
select id, institution_id, canteen_id, code, direct_contact, certificate_expires_on, joined_on, left_on
  from reception.canteen_worker;
comment on view facts.canteen_worker is '食堂从业人员';

create view facts.food_sample as
select id, institution_id, canteen_id, dish, served_at, grams, discarded_at
  from reception.food_sample;
comment on view facts.food_sample is '食品留样';

create view facts.food_waste as
select id, institution_id, canteen_id, month, diners, kilograms
  from reception.food_waste;
comment on view facts.food_waste is '餐厨垃圾月台账';
