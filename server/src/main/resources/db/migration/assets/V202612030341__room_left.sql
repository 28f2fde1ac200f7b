-- What is asked for may replace what goes: it is no more than before.
alter table assets.request add column replacing integer
    constraint request_replacing_is_plausible check (replacing between 0 and 100000);
comment on column assets.request.replacing is 'how many of them come in the place of old ones that are given up';

-- How many more of a class an institution may have on a day: by the same numbers and counts as the rules of too many (AS-01,
-- AS-01b). Of several limits that one class has (a colour printer is a printer too) the narrowest; nothing where none is in force
-- or nobody said for how many people. A fraction is left to the rule, which calls it a suspicion.
create function assets.room_left(of_institution uuid, of_category text, on_day date)
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
    counted_as (category, quantity_group) as (
        values ('DESKTOP', 'DESKTOP'), ('LAPTOP', 'LAPTOP'), ('PRINTER_A4', 'PRINTERS'), ('PRINTER_A4_COLOUR', 'PRINTERS'), ('PRINTER_A3', 'PRINTERS'), ('PRINTER_A3_COLOUR', 'PRINTERS'),
               ('PRINTER_A3', 'PRINTERS_A3'), ('PRINTER_A3_COLOUR', 'PRINTERS_A3'), ('PRINTER_A4_COLOUR', 'PRINTERS_COLOUR'), ('PRINTER_A3_COLOUR', 'PRINTERS_COLOUR'),
               ('MULTIFUNCTION', 'MULTIFUNCTION'), ('SCANNER', 'SCANNER'), ('SHREDDER', 'SHREDDER'), ('PROJECTOR', 'PROJECTOR'),
               ('DESK', 'DESK'), ('CHAIR', 'CHAIR'), ('FILING_CABINET', 'FILING_CABINET'), ('COPIER', 'COPIER')
    ),
    allowed as (
        select c.quantity_group, o.id, o.headcount, ceil(o.headcount * law.most('asset-quantity-share', o.id, on_day, c.quantity_group, o.secrecy)) as most,
               law.clause('asset-quantity-share', o.id, on_day, c.quantity_group, o.secrecy) as clause
          from owner o
          join counted_as c on c.category = of_category and c.category <> 'COPIER'
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
          where x.institution_id = a.id and x.category in (select c.category from counted_as c where c.quantity_group = a.quantity_group)
            and x.status not in ('DISPOSED', 'IN_WAREHOUSE') and (x.disposed_on is null or x.disposed_on > on_day)
            and coalesce(x.purchased_on, '-infinity') <= on_day) h
     where a.most is not null
     order by a.most - h.held
     limit 1
$$;

-- What the warehouses of its division had of a class on a day, as the rule has it (AS-04).
create function assets.in_warehouse(of_institution uuid, of_category text, on_day date) returns bigint
    language sql stable as $$
    select count(distinct a.id)
      from facts.institution i
      join facts.institution o on o.division = i.division
      join assets.asset a on a.institution_id = o.id and a.category = of_category and a.category <> 'OTHER'
      join assets.warehouse_entry w on w.asset_id = a.id and w.condition in ('GOOD', 'USABLE') and w.entered_on <= on_day and (w.left_on is null or w.left_on > on_day)
     where i.id = of_institution and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
       and not exists (select from assets.loan l where l.asset_id = a.id and l.borrowed_on <= on_day and (l.returned_on is null or l.returned_on > on_day))
$$;
