-- Files are encrypted as they are kept. The keys are not here: what is there already is encrypted by the job that changes keys.
alter table workbook.import_chunk add column key text;
comment on column workbook.import_chunk.key is 'cipher and data key that the piece is encrypted with; null for one kept before, until the job has come by';
