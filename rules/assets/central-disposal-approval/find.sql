with batch as (
    select d.institution_id, d.disposed_on, d.approval_no, d.approver, count(*) as things, sum(a.price) as value
      from asset_disposal d
      join asset a on a.id = d.asset_id
     where d.approver <> 'FINANCE' and d.disposed_on between date '2021-10-01' and :as_of
     group by 1, 2, 3, 4
)
select b.institution_id as subject_id, b.institution_id, b.disposed_on || ' ' || coalesce(b.approval_no, '') || ' ' || b.approver as episode, i.name as title, b.disposed_on, b.disposed_on as judged_on, b.approver,
       b.value as actual, m.value as "limit", b.value - m.value as excess,
       jsonb_build_array(jsonb_build_object('approval_no', b.approval_no, 'disposed_on', b.disposed_on, 'things', b.things, 'approver', b.approver, 'value', b.value)) as evidence
  from batch b
  join institution i on i.id = b.institution_id
  join central_disposal_amount m on m.division = i.division and m.valid @> b.disposed_on
 where i.level = 'CENTRAL' and b.value >= m.value
