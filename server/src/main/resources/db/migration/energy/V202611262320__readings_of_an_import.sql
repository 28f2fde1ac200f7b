-- The readings of one import lie together: a summary of blocks finds them, and costs an import next to nothing.
create index reading_by_import on energy.reading using brin (import_id) with (autosummarize = on, pages_per_range = 32);
