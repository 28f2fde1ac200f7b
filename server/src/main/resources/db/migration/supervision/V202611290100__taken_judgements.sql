-- What was taken and not yet judged was lost with a server that was killed, until the sweep of the night.
alter table supervision.pending_judgement add column taken_by uuid;
comment on column supervision.pending_judgement.taken_by is
    'the task that is judging it; it goes when that is done, and is free again when it is asked for anew meanwhile';
