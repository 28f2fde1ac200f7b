select r.id as subject_id, r.institution_id, r.reception_no || ' ' || r.guest_unit as title, r.letter_no,
       concat_ws('，', case when r.guests_there > r.letter_persons then '接待 ' || r.guests_there || ' 人，公函载明 ' || r.letter_persons || ' 人' end,
                 case when r.starts_on < r.letter_from or r.ends_on > r.letter_to then '接待 ' || r.starts_on || ' 至 ' || r.ends_on || '，超出公函载明的日期' end,
                 case when r.letter_on > r.starts_on then '公函 ' || r.letter_on || ' 签发，接待 ' || r.starts_on || ' 已经开始' end) as problem_zh,
       concat_ws(', ', case when r.guests_there > r.letter_persons then r.guests_there || ' guests where the letter names ' || r.letter_persons end,
                 case when r.starts_on < r.letter_from or r.ends_on > r.letter_to then r.starts_on || ' to ' || r.ends_on || ' is outside its days' end,
                 case when r.letter_on > r.starts_on then 'it is of ' || r.letter_on || ', when the reception of ' || r.starts_on || ' had begun' end) as problem_en,
       jsonb_build_array(jsonb_build_object('reception_no', r.reception_no, 'guest_unit', r.guest_unit, 'starts_on', r.starts_on, 'guests', r.guests_there, 'letter_persons', r.letter_persons, 'letter_on', r.letter_on, 'letter_from', r.letter_from, 'letter_to', r.letter_to)) as evidence
  from (select r.*, greatest(r.guests, (select count(*) from reception_guest g where g.reception_id = r.id and g.part = 'GUEST'))::integer as guests_there from reception r) r
  join institution i on i.id = r.institution_id
 where (r.guests_there > r.letter_persons or r.starts_on < r.letter_from or r.ends_on > r.letter_to or r.letter_on > r.starts_on)
   and r.status <> 'CANCELLED' and r.starts_on >= date '2013-12-01' and r.starts_on <= :as_of
   and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
