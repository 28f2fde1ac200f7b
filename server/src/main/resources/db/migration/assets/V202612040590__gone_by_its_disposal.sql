-- A thing whose disposal is on the books is gone, whatever its own card still says.
create or replace view facts.asset as
select a.id, a.institution_id, a.person_id, a.card_no, a.name, a.gb_code, a.category, a.tier, a.model, a.price, a.purchased_on, a.acquisition,
       a.use, a.status, a.idle_since, a.event_ended_on, a.place, a.special_approval_no, coalesce(a.disposed_on, d.disposed_on) as disposed_on
  from assets.asset a
  left join assets.asset_disposal d on d.asset_id = a.id;
comment on column facts.asset.disposed_on is 'first day it is no longer held, by its card or by its disposal; null while it is held';
