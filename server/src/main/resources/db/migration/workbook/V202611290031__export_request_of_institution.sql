-- A file is decided on by whoever may for the institution it is asked for, wherever who asked for it works.
do $$
declare
    seen text := '(requested_by = (select kernel.account()) or ' || kernel.within_or_everywhere('reads', 'institution_id') || ')';
begin
    execute format('alter policy sees_its_part on workbook.export_request using (%s)', seen);
    execute format('alter policy inserts_in_its_part on workbook.export_request with check (%s)', seen);
    execute format('alter policy updates_in_its_part on workbook.export_request using (%1$s) with check (%1$s)', seen);
    execute format('alter policy deletes_in_its_part on workbook.export_request using (%s)', seen);
end $$;
alter table workbook.export_request drop column requester_institution_id;
comment on column workbook.export_request.institution_id is 'only it and what is below it; null for the whole house';
