with spent as (
    select e.institution_id, extract(year from e.paid_on)::int as year, sum(e.amount) as amount,
           jsonb_agg(jsonb_build_object('voucher_no', e.voucher_no, 'paid_on', e.paid_on, 'item', e.item, 'amount', e.amount) order by e.amount desc, e.voucher_no) as evidence
      from reception_expense e
     where e.paid_on <= :as_of and e.paid_on >= date '2012-10-01'
     group by 1, 2
)
select s.institution_id as subject_id, s.institution_id, s.year::text as episode, i.name as title, s.year, make_date(s.year, 1, 1) as judged_on,
       s.amount as actual, b.amount as "limit", s.amount - b.amount as excess, s.evidence
  from spent s
  join budget b on b.institution_id = s.institution_id and b.year = s.year and b.item = 'RECEPTION'
  join institution i on i.id = s.institution_id
 where s.amount > b.amount
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
