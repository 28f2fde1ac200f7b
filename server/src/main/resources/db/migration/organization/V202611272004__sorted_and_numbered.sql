-- What sorts a list, and the numbers things are looked up by, must not make it read every row.
create index institution_by_name on organization.institution (name, id);
create index department_by_code on organization.department (code, id);
create index post_by_code on organization.post (code, id);
create index appointment_by_title on organization.appointment (title, id);
