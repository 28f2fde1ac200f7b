alter table workbook.import add column undone_by jsonb;
comment on column workbook.import.undone_by is 'who asked for the undo: not always who handed the file in';
