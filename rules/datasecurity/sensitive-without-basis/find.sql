select a.institution_id as subject_id, a.institution_id, a.activity_no as episode, i.name || ' ' || a.name as title, a.data_class,
       case when a.basis in ('SEPARATE_CONSENT', 'STATUTORY_DUTY') then '没有登记依据文号或者同意记录' else '没有单独同意或者法定职责依据' end as problem_zh,
       case when a.basis in ('SEPARATE_CONSENT', 'STATUTORY_DUTY') then 'names no document' else 'has neither separate consent nor a statutory duty' end as problem_en,
       jsonb_build_array(jsonb_build_object('activity_no', a.activity_no, 'name', a.name, 'data_class', a.data_class, 'basis', a.basis, 'basis_no', a.basis_no)) as evidence
  from data_activity a
  join institution i on i.id = a.institution_id
 where a.data_class <> 'ORDINARY' and (a.basis is null or a.basis not in ('SEPARATE_CONSENT', 'STATUTORY_DUTY') or coalesce(trim(a.basis_no), '') = '')
   and a.starts_on <= :as_of and (a.ends_on is null or a.ends_on >= :as_of) and :as_of >= date '2021-11-01' and (i.dissolved_on is null or i.dissolved_on > :as_of)
