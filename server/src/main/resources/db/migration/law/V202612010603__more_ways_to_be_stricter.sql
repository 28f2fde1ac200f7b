-- Days of the year, codes of a table and bounds have a stricter side as well.
alter table law.parameter
    drop constraint stricter_is_known,
    add constraint stricter_is_known check (stricter in ('LOWER', 'HIGHER', 'EARLIER', 'FURTHER', 'NARROWER', 'NONE'));
comment on column law.parameter.stricter is
    'which way a region may move it: EARLIER a day of the year, FURTHER down its code table, NARROWER bounds; NONE: the nearest region decides freely';
