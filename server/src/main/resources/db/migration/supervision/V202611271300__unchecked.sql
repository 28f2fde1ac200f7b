alter table supervision.rule add unchecked_zh text, add unchecked_en text;
comment on column supervision.rule.unchecked_zh is 'what of its clause the rule does not check';
comment on column supervision.finding_event.step is 'of the judgement: FOUND, FACTS_CHANGED, NOT_JUDGED, MENDED, FOUND_AGAIN; the others are steps of people';
comment on column supervision.finding_event.details is 'FACTS_CHANGED, FOUND_AGAIN: {before, after} of actual value, limit and evidence; NOT_JUDGED: the reason';
