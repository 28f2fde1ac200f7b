select l.institution_id as subject_id, l.institution_id, l.contract_no as episode, i.name || ' ' || l.place as title,
       -- without an approval nothing is approved; where only the rent is missing the area is not the matter
       l.area as actual, case when p.no_approval then 0 when p.too_large then l.approved_area end as "limit",
       case when p.no_approval then l.area when p.too_large then l.area - l.approved_area end as excess,
       l.contract_no, l.place, p.problem_zh, p.problem_en,
       jsonb_build_array(jsonb_build_object(
           'contract_no', l.contract_no, 'place', l.place, 'counterparty', l.counterparty, 'counterparty_kind', l.counterparty_kind,
           'area', l.area, 'approved_area', l.approved_area, 'approval_no', l.approval_no, 'rent_per_year', l.rent_per_year,
           'starts_on', l.starts_on, 'ends_on', l.ends_on)) as evidence
  from lease l
  join institution i on i.id = l.institution_id
 cross join lateral (
     select no_approval, too_large, concat_ws('、', case when no_approval then '没有批准文号' end,
                            case when too_large then '租用面积大于批准面积 ' || trim_scale(l.approved_area) || ' m²' end,
                            case when no_rent then '向企业租用而租金为零' end) as problem_zh,
            concat_ws(', ', case when no_approval then 'no approval' end,
                            case when too_large then 'more than the ' || trim_scale(l.approved_area) || ' m² that were approved' end,
                            case when no_rent then 'no rent paid to an enterprise' end) as problem_en
       from (select coalesce(trim(l.approval_no), '') = '' as no_approval,
                    coalesce(l.area > l.approved_area, false) as too_large,
                    l.rent_per_year = 0 and l.counterparty_kind in ('STATE_ENTERPRISE', 'PRIVATE_ENTERPRISE') as no_rent) f
      where no_approval or too_large or no_rent) p
 where not l.outward
   and l.starts_on <= :as_of and (l.ends_on is null or l.ends_on >= :as_of)
   and :as_of >= date '2012-10-01'
