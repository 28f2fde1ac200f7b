-- An answer that held a secret is told once: that it was given is kept, and nothing of what it said.
-- Keys are kept as digests: by the key a request is known again, and by the key alone its content could be guessed at.
delete from kernel.answered_request;
alter table kernel.answered_request add column told_once boolean not null default false;
alter table kernel.answered_request add constraint what_is_told_once_is_not_kept
    check (not told_once or (body is null and location is null));
