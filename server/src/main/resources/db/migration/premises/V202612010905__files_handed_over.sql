-- 办公用房档案移交: Which file of premises was made when, and when it came to the archive.
create table premises.file_handover (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    institution_id uuid not null,
    file_no        text not null,
    title          text not null,
    kind           text not null,
    formed_on      date not null,
    handed_over_on date,
    receipt_no     text,
    constraint file_handover_is_kept_once unique (file_no, institution_id),
    constraint file_handover_handed_over_on_is_not_before_formed_on check (handed_over_on >= formed_on)
);
create index file_handover_by_formed_on on premises.file_handover (formed_on, id);
create index file_handover_of_institution on premises.file_handover (institution_id);

select lifeline.attach(t), kernel.guard_ledger(t) from unnest(array[
    'premises.file_handover']::regclass[]) t;
select kernel.let_accounts_in();

create view facts.file_handover as
select id, institution_id, file_no, title, kind, formed_on, handed_over_on, receipt_no
  from premises.file_handover;
comment on view facts.file_handover is '办公用房档案移交';
