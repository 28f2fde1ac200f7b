-- The weeks before are told after the world is loaded; a telling that was interrupted begins anew.
alter table demonstration.world add told_at timestamptz;
update demonstration.world set told_at = loaded_at where exists (select from supervision.finding);
