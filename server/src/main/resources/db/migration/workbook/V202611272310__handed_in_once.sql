-- A file that is handed in again under the same key, because the answer was lost, is the same import.
alter table workbook.import add column idempotency_key text;
create unique index import_is_handed_in_once on workbook.import (account, idempotency_key);
