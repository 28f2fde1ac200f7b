select r.institution_id, 'NO_APPROVED_USE' as reason, count(*) as objects from room r where r.approved_use is null group by r.institution_id
