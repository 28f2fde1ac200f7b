create index appointment_of_institution on organization.appointment (institution_id, id);
