-- What the standard counts a class among (AS-01): a colour printer is a printer too. The rule and the gate of requests ask here;
-- what the standard sets by the room (AS-01c) or rounds up (copiers, AS-01b) is none of it.
create function facts.quantity_groups(of_category text) returns table (quantity_group text)
    language sql immutable as $$
    select counted.quantity_group
      from (values ('DESKTOP', 'DESKTOP'), ('LAPTOP', 'LAPTOP'), ('PRINTER_A4', 'PRINTERS'), ('PRINTER_A4_COLOUR', 'PRINTERS'), ('PRINTER_A3', 'PRINTERS'), ('PRINTER_A3_COLOUR', 'PRINTERS'),
                   ('PRINTER_A3', 'PRINTERS_A3'), ('PRINTER_A3_COLOUR', 'PRINTERS_A3'), ('PRINTER_A4_COLOUR', 'PRINTERS_COLOUR'), ('PRINTER_A3_COLOUR', 'PRINTERS_COLOUR'),
                   ('MULTIFUNCTION', 'MULTIFUNCTION'), ('SCANNER', 'SCANNER'), ('SHREDDER', 'SHREDDER'), ('PROJECTOR', 'PROJECTOR'),
                   ('DESK', 'DESK'), ('CHAIR', 'CHAIR'), ('FILING_CABINET', 'FILING_CABINET')) counted (category, quantity_group)
     where counted.category = of_category
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
         cross join facts.quantity_groups(of_category) c
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
         select count(*) as held
           from assets.asset x
          where x.institution_id = a.id and (x.category = 'COPIER' and a.quantity_group = 'COPIER' or a.quantity_group in (select g.quantity_group from facts.quantity_groups(x.category) g))
            and x.status not in ('DISPOSED', 'IN_WAREHOUSE') and (x.disposed_on is null or x.disposed_on > on_day)
            and coalesce(x.purchased_on, '-infinity') <= on_day
            -- gone by its disposal, whatever its card still says
            and not exists (select from assets.asset_disposal d where d.asset_id = x.id and d.disposed_on <= on_day)) h
     where a.most is not null
     order by a.most - h.held
     limit 1
$$;
