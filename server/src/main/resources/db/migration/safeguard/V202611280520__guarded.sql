-- Keys and secrets are wrapped by a key that is not here: who reads them has nothing. Making and destroying them is the house's.
select kernel.guard_open('safeguard.data_key');
select kernel.guard_open('safeguard.subject');
-- A request is seen by who made it and by who may decide on it.
select kernel.guard('workbook.export_request',
                    '(requested_by = (select kernel.account()) or ' || kernel.within_or_everywhere('reads', 'requester_institution_id') || ')',
                    'insert, update, delete');
select kernel.let_accounts_in();
