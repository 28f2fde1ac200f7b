with main as (
    select m.id, m.institution_id, m.name, m.building_id
      from meter m
     where m.energy_kind = 'ELECTRICITY' and m.parent_id is null and m.item is null and m.level in ('HOUSEHOLD', 'CATEGORY') and m.building_id is not null
       and (m.installed_on is null or m.installed_on <= :as_of) and (m.removed_on is null or m.removed_on > :as_of)
),
missing as (
    select m.id, w.item
      from main m
     cross join (values ('LIGHTING_SOCKETS'), ('HVAC'), ('POWER')) w(item)
     where not exists (select from meter s
                        where s.building_id = m.building_id and s.item = w.item and s.energy_kind = 'ELECTRICITY'
                          and (s.installed_on is null or s.installed_on <= :as_of) and (s.removed_on is null or s.removed_on > :as_of))
)
select m.id as subject_id, m.institution_id, m.name as title, count(*) as actual,
       string_agg(case x.item when 'LIGHTING_SOCKETS' then '照明插座' when 'HVAC' then '空调' else '动力' end, '、' order by x.item) as items_zh,
       string_agg(case x.item when 'LIGHTING_SOCKETS' then 'lighting and sockets' when 'HVAC' then 'air conditioning' else 'power' end, ', ' order by x.item) as items_en,
       jsonb_agg(jsonb_build_object('item', x.item) order by x.item) as evidence
  from main m
  join missing x using (id)
  join institution i on i.id = m.institution_id and (i.kind in ('STATE_ENTERPRISE', 'ASSOCIATION')) is not true
 where :as_of >= date '2008-10-01'
 group by m.id, m.institution_id, m.name
