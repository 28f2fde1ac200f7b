-- A case: what is found of one institution and dealt with together, from the first alert to its close.
create table supervision.case_file (
    id             uuid primary key default kernel.new_id(),
    version        integer not null default 1,
    seq            bigint generated always as identity,
    opened_on      date not null,
    number         text not null generated always as
                   ('C' || extract(year from opened_on)::integer || '-' || lpad(seq::text, greatest(5, length(seq::text)), '0')) stored
                   constraint case_number_is_unique unique,
    institution_id uuid not null,
    stage          text not null constraint case_stage_is_known
                   check (stage in ('ALERT', 'VERIFYING', 'EXPLAINING', 'RECTIFYING', 'REVIEWING', 'SETTLING', 'CLOSED', 'MERGED')),
    opened_at      timestamptz not null,
    opened_by      text not null,
    due_on         date,
    assignee       text,
    answered_by    text[] not null default '{}',
    reviewed_by    text,
    closed_at      timestamptz,
    closed_by      text,
    merged_into    uuid references supervision.case_file,
    split_from     uuid references supervision.case_file,
    reminded_for   date,
    escalated_for  date,
    escalated_to   uuid,
    constraint who_answered_does_not_review_the_case check (reviewed_by is null or reviewed_by <> all (answered_by)),
    constraint who_answered_does_not_close_the_case check (closed_by is null or closed_by <> all (answered_by)),
    constraint closed_case_says_when_and_by_whom check ((stage = 'CLOSED') = (closed_by is not null) and (closed_by is null) = (closed_at is null)),
    constraint merged_case_says_into_which check ((stage = 'MERGED') = (merged_into is not null))
);
comment on column supervision.case_file.answered_by is 'who explained or reported it put right: none of them reviews or closes it';
comment on column supervision.case_file.due_on is 'of the stage it is in; its findings are due then';
comment on column supervision.case_file.reminded_for is 'the due date that was called to mind';
comment on column supervision.case_file.escalated_for is 'the due date that passed and was told to the superior';
comment on column supervision.case_file.escalated_to is 'the superior institution; null for the bureau, where none is above';
create index case_of_institution on supervision.case_file (institution_id, stage);
create index case_by_due_date on supervision.case_file (due_on) where stage not in ('CLOSED', 'MERGED');
create index case_of_assignee on supervision.case_file (assignee) where assignee is not null;
create index case_merged_into on supervision.case_file (merged_into) where merged_into is not null;
create index case_split_from on supervision.case_file (split_from) where split_from is not null;

create table supervision.case_finding (
    id         bigint generated always as identity primary key,
    case_id    uuid not null references supervision.case_file on delete cascade,
    finding_id uuid not null references supervision.finding on delete cascade,
    added_at   timestamptz not null,
    added_by   text not null,
    left_at    timestamptz,
    left_why   text constraint way_out_of_a_case_is_known check (left_why in ('MERGED', 'SPLIT', 'BACK_AFTER_CLOSE')),
    constraint who_left_says_why check (num_nonnulls(left_at, left_why) in (0, 2))
);
create unique index finding_is_in_one_case on supervision.case_finding (finding_id) where left_at is null;
create index finding_of_case on supervision.case_finding (case_id);

-- A suspicion is worked out anew every night: the case keeps what it was opened for.
create table supervision.case_suspicion (
    case_id    uuid not null references supervision.case_file on delete cascade,
    kind       text not null constraint kind_of_case_suspicion_is_known check (kind in ('vehicle', 'driver', 'institution')),
    subject_id uuid not null,
    score      numeric not null,
    records    integer not null,
    as_of      date not null,
    signs      jsonb not null,
    primary key (case_id, kind, subject_id)
);
comment on column supervision.case_suspicion.signs is '[{model, signal, evidence, record, seenOn, weight, finding}] that spoke against it then';

create table supervision.case_event (
    id         bigint generated always as identity primary key,
    case_id    uuid not null references supervision.case_file on delete cascade,
    at         timestamptz not null,
    actor      text,
    step       text not null,
    from_stage text,
    to_stage   text not null,
    note       text,
    due_on     date,
    assignee   text,
    details    jsonb
);
comment on column supervision.case_event.actor is 'null: the house itself';
create index event_of_case on supervision.case_event (case_id, id);

-- What the house proposes, and what a person made of it. Nothing is done before that.
create table supervision.case_proposal (
    id         uuid primary key default kernel.new_id(),
    case_id    uuid not null references supervision.case_file on delete cascade,
    kind       text not null constraint kind_of_proposal_is_known check (kind in ('CLOSE_ALL_MENDED', 'CLOSE_NOTHING_STANDS')),
    reasons    jsonb not null,
    made_at    timestamptz not null,
    gone_at    timestamptz,
    decided_at timestamptz,
    decided_by text,
    accepted   boolean,
    note       text,
    constraint decision_names_who_and_why check (num_nonnulls(decided_at, decided_by, accepted, note) in (0, 4))
);
comment on column supervision.case_proposal.reasons is '{standing, mended, dismissed}: findings counted when it was made';
comment on column supervision.case_proposal.gone_at is 'its reason was gone before anybody decided';
create unique index proposal_waits_once on supervision.case_proposal (case_id, kind) where decided_at is null and gone_at is null;

-- The unit's people neither review nor close what is found of their unit, whatever the statement says.
create function supervision.second_pair_of_eyes() returns trigger
    language plpgsql as $$
begin
    if exists (
        select from identity.account a
          join organization.below b on b.member = a.institution_id and b.root = new.institution_id
         where a.account = any (array[
               case when tg_op = 'INSERT' or new.closed_by is distinct from old.closed_by then new.closed_by end,
               case when tg_op = 'INSERT' or new.reviewed_by is distinct from old.reviewed_by then new.reviewed_by end])) then
        raise exception 'nobody reviews or closes the case of their own unit'
            using errcode = 'check_violation', constraint = 'nobody_closes_the_case_of_their_own_unit';
    end if;
    return new;
end $$;
create trigger second_pair_of_eyes before insert or update of closed_by, reviewed_by on supervision.case_file
    for each row execute function supervision.second_pair_of_eyes();

create function supervision.state_in_case(stage text) returns text
    language sql immutable as $$
    select case stage when 'ALERT' then 'NEW' when 'SETTLING' then 'REVIEWING' else stage end
$$;

-- There is one truth: a finding that stands is where its case is. One that comes back after the close is out of it.
create function supervision.finding_goes_with_its_case() returns trigger
    language plpgsql as $$
declare
    stage_of_case text;
begin
    select c.stage into stage_of_case
      from supervision.case_finding m join supervision.case_file c on c.id = m.case_id
     where m.finding_id = new.id and m.left_at is null;
    if stage_of_case is null then
        return new;
    end if;
    if stage_of_case = 'CLOSED' then
        if new.state not in ('CLOSED', 'DISMISSED', 'MENDED') then
            update supervision.case_finding set left_at = now(), left_why = 'BACK_AFTER_CLOSE'
             where finding_id = new.id and left_at is null;
        end if;
    elsif new.state = 'CLOSED' then
        raise exception 'a finding is closed with its case'
            using errcode = 'check_violation', constraint = 'finding_is_closed_with_its_case';
    elsif new.state not in ('DISMISSED', 'MENDED') then
        new.state := supervision.state_in_case(stage_of_case);
    end if;
    return new;
end $$;
create trigger finding_goes_with_its_case before update of state on supervision.finding
    for each row when (old.state is distinct from new.state) execute function supervision.finding_goes_with_its_case();

select kernel.guard_ledger('supervision.case_file', '');
select kernel.guard_part(t, 'case_id', 'supervision.case_file')
  from unnest(array['supervision.case_finding', 'supervision.case_suspicion', 'supervision.case_event', 'supervision.case_proposal']::regclass[]) t;
-- Who may do which step is decided by permission; where, by the tree.
do $$
declare
    part regclass;
    mine text := kernel.within_or_everywhere('settles', 'institution_id');
    whole text := 'exists (select from supervision.case_file whole where whole.id = case_id and '
                  || kernel.within_or_everywhere('settles', 'whole.institution_id') || ')';
begin
    execute format('create policy opens on supervision.case_file for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)', mine);
    execute format('create policy settles on supervision.case_file for update to yiti_scoped, yiti_sees_all, yiti_all using (%1$s) with check (%1$s)', mine);
    foreach part in array array['supervision.case_finding', 'supervision.case_suspicion', 'supervision.case_event', 'supervision.case_proposal']::regclass[] loop
        execute format('create policy adds on %s for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)', part, whole);
    end loop;
    foreach part in array array['supervision.case_finding', 'supervision.case_proposal']::regclass[] loop
        execute format('create policy settles on %s for update to yiti_scoped, yiti_sees_all, yiti_all using (%2$s) with check (%2$s)', part, whole);
    end loop;
end $$;
select kernel.let_accounts_in();
