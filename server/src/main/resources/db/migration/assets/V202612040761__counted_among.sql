-- A card may stand for several things alike, bought together: ten desks on one card are ten of the standard, and the value
-- of the card is that of all ten.
alter table assets.asset add column quantity integer not null default 1 constraint asset_quantity_is_plausible check (quantity between 1 and 100000);
comment on column assets.asset.quantity is 'things that the card stands for; its value is that of all of them';

create or replace view facts.asset as
select a.id, a.institution_id, a.person_id, a.card_no, a.name, a.gb_code, a.category, a.tier, a.model, a.price, a.purchased_on, a.acquisition,
       a.use, a.status, a.idle_since, a.event_ended_on, a.place, a.special_approval_no, coalesce(a.disposed_on, d.disposed_on) as disposed_on,
       a.quantity
  from assets.asset a
  left join assets.asset_disposal d on d.asset_id = a.id;
comment on column facts.asset.quantity is 'things that the card stands for; its value is that of all of them';

-- What the standard counts a class among (AS-01) is law like its numbers: dated, per region, with its source. The rule reads the
-- parameter, and the gate of requests the same one.
create function assets.counted_among(of_institution uuid, on_day date) returns table (quantity_group text, category text, value numeric)
    language sql stable as $$
    select v.d1, v.d2, v.value
      from facts.institution i
      join law.division_scope s on s.division = i.division
      join law.value_in_force v on v.scope = s.scope and v.parameter_id = 'asset-counted-among' and v.valid @> on_day
     where i.id = of_institution
$$;

create or replace function assets.room_left(of_institution uuid, of_category text, on_day date)
    returns table (headcount integer, most numeric, held bigint, clause text)
    language sql stable as $$
    with owner as (
        select i.id, i.division, b.headcount, case when b.secret then 'SECRET' else 'ORDINARY' end as secrecy
          from facts.institution i
          join lateral (select * from assets.basis b
                         where b.institution_id = i.id and b.starts_on <= on_day and (b.ends_on is null or b.ends_on >= on_day)
                         order by b.starts_on desc limit 1) b on true
         where i.id = of_institution and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
    ),
    allowed as (
        select c.quantity_group, o.id, o.headcount, ceil(o.headcount * law.most('asset-quantity-share', o.id, on_day, c.quantity_group, o.secrecy)) as most,
               law.clause('asset-quantity-share', o.id, on_day, c.quantity_group, o.secrecy) as clause
          from owner o
          join assets.counted_among(of_institution, on_day) c on c.category = of_category
        union all
        select 'COPIER', o.id, o.headcount, sum(ceil(greatest(least(o.headcount, coalesce(p.until, o.headcount)) - p.above, 0) / p.value)), min(p.clause)
          from owner o
          join lateral (select v.n1 as above, v.value, lead(v.n1) over (order by v.n1) as until, concat_ws(' ', q.source, q.article) as clause
                          from law.division_scope s
                          join law.value_in_force v on v.scope = s.scope and v.parameter_id = 'persons-per-copier' and v.valid @> on_day
                          join law.parameter_value q on q.id = v.value_id
                         where s.division = o.division) p on true
         where of_category = 'COPIER'
         group by o.id, o.headcount
    )
    select a.headcount, a.most, h.held, a.clause
      from allowed a
     cross join lateral (
         select coalesce(sum(x.quantity * case when a.quantity_group = 'COPIER' then 1 else c.value end), 0)::bigint as held
           from assets.asset x
           left join assets.counted_among(of_institution, on_day) c on c.quantity_group = a.quantity_group and c.category = x.category
          where x.institution_id = a.id and (case when a.quantity_group = 'COPIER' then x.category = 'COPIER' else c.value is not null end)
            and x.status not in ('DISPOSED', 'IN_WAREHOUSE') and (x.disposed_on is null or x.disposed_on > on_day)
            and coalesce(x.purchased_on, '-infinity') <= on_day
            -- gone by its disposal, whatever its card still says
            and not exists (select from assets.asset_disposal d where d.asset_id = x.id and d.disposed_on <= on_day)) h
     where a.most is not null
     order by a.most - h.held
     limit 1
$$;

drop function facts.quantity_groups(text);
