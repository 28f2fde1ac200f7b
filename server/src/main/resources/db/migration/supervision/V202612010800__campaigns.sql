-- Inspection campaigns (巡检): who is visited is drawn by chance, what is looked at is a checklist, what fails becomes a fact.
create table supervision.campaign (
    id                uuid primary key default kernel.new_id(),
    version           integer not null default 1,
    seq               bigint generated always as identity,
    planned_on        date not null,
    number            text not null generated always as
                      ('X' || extract(year from planned_on)::integer || '-' || lpad(seq::text, greatest(4, length(seq::text)), '0')) stored
                      constraint campaign_number_is_unique unique,
    institution_id    uuid not null,
    title             text not null constraint campaign_has_a_title check (length(trim(title)) > 0),
    purpose           text not null constraint campaign_has_a_purpose check (length(trim(purpose)) > 0),
    basis             text not null constraint campaign_names_its_clause check (length(trim(basis)) > 0),
    checklist         text not null,
    checklist_version integer not null,
    items             jsonb not null,
    kinds             text[] not null default '{}',
    starts_on         date not null,
    ends_on           date not null,
    wanted            integer not null constraint campaign_wants_somebody check (wanted between 1 and 1000),
    inspectors        text[] not null constraint campaign_has_inspectors check (cardinality(inspectors) > 0),
    state             text not null default 'PLANNED' constraint campaign_state_is_known check (state in ('PLANNED', 'RUNNING', 'FINISHED')),
    planned_at        timestamptz not null,
    planned_by        text not null,
    finished_at       timestamptz,
    finished_by       text,
    conclusion        text,
    digest            text,
    constraint campaign_ends_after_it_starts check (ends_on >= starts_on),
    constraint finished_campaign_says_what_came_of_it check
        ((state = 'FINISHED') = (finished_at is not null) and num_nonnulls(finished_at, finished_by, conclusion, digest) in (0, 4))
);
comment on column supervision.campaign.institution_id is 'whose part of the tree is inspected';
comment on column supervision.campaign.kinds is 'codes of institution-kind; empty for all';
comment on column supervision.campaign.items is 'the checklist as it was when the campaign was planned';
comment on column supervision.campaign.digest is 'SHA-256 of the report as it was when the campaign was closed; sealed in the audit log';
create index campaign_of_institution on supervision.campaign (institution_id, planned_at);

create table supervision.campaign_draw (
    id          uuid primary key default kernel.new_id(),
    campaign_id uuid not null references supervision.campaign on delete cascade,
    n           integer not null,
    seed        text not null,
    algorithm   text not null,
    reason      text,
    drawn_at    timestamptz not null,
    drawn_by    text not null,
    wanted      integer not null,
    frame_hash  text not null,
    constraint campaign_is_drawn_in_turn unique (campaign_id, n),
    constraint drawing_anew_has_a_reason check (n = 1 or length(trim(reason)) > 0)
);
comment on column supervision.campaign_draw.frame_hash is 'SHA-256 over the lines "institution stratum weight" in the order of the ids';

-- What chance was weighed by, kept so that anybody can draw again and see.
create table supervision.campaign_weight (
    draw_id        uuid not null references supervision.campaign_draw on delete cascade,
    institution_id uuid not null,
    name           text not null,
    stratum        text not null,
    score          numeric,
    weight         numeric not null constraint weight_of_a_draw_is_positive check (weight > 0),
    key            double precision not null,
    chosen         boolean not null,
    primary key (draw_id, institution_id)
);
comment on column supervision.campaign_weight.stratum is 'code of institution-kind';
comment on column supervision.campaign_weight.score is 'of the risk profile that day; null where there was none';

create table supervision.visit (
    id              uuid primary key default kernel.new_id(),
    version         integer not null default 1,
    campaign_id     uuid not null references supervision.campaign on delete cascade,
    draw            integer not null,
    institution_id  uuid not null,
    stratum         text not null,
    campaign_number text not null,
    campaign_title  text not null,
    due_on          date not null,
    inspector       text not null,
    limits          jsonb not null default '{}',
    state           text not null default 'OPEN' constraint visit_state_is_known check (state in ('OPEN', 'DONE', 'DROPPED')),
    done_at         timestamptz,
    done_by         text,
    score           numeric,
    note            text,
    constraint visit_done_says_when_and_by_whom check ((state = 'DONE') = (done_at is not null) and num_nonnulls(done_at, done_by) in (0, 2)),
    constraint visit_dropped_says_why check (state <> 'DROPPED' or length(trim(note)) > 0)
);
comment on column supervision.visit.limits is '{item: {value, clause}}: numbers of the law in force for this institution on the day of the draw';
comment on column supervision.visit.score is 'share of the weights that passed, 0 to 100; null where nothing applied';
create unique index institution_is_visited_once_in_a_campaign on supervision.visit (campaign_id, institution_id) where state <> 'DROPPED';
create index visit_of_inspector on supervision.visit (inspector, due_on) where state = 'OPEN';
create index visit_of_institution on supervision.visit (institution_id);

-- Answers are added, never changed: one that was said anew replaces the one before. Sent twice, one key is one answer.
create table supervision.visit_answer (
    id          bigint generated always as identity primary key,
    visit_id    uuid not null references supervision.visit on delete cascade,
    item        text not null,
    n           integer not null,
    key         uuid not null,
    said_at     timestamptz not null,
    came_at     timestamptz not null,
    said_by     text not null,
    result      text not null constraint result_of_an_answer_is_known check (result in ('PASS', 'FAIL', 'NOT_APPLICABLE', 'NOTED')),
    number      numeric,
    text        text,
    note        text,
    photos      uuid[] not null default '{}',
    replaced    boolean not null default false,
    title_zh    text not null,
    title_en    text not null,
    clause      text not null,
    severity    text not null constraint severity_of_an_answer_is_known check (severity in ('VIOLATION', 'SUSPICION')),
    due_days    integer not null,
    weight      numeric not null,
    limit_value numeric,
    unit        text,
    rule_id     text,
    same_as     uuid,
    constraint answer_comes_once unique (visit_id, key),
    constraint answers_follow_one_another unique (visit_id, item, n)
);
comment on column supervision.visit_answer.key is 'made by the phone that said it';
comment on column supervision.visit_answer.said_at is 'by the clock of the phone';
comment on column supervision.visit_answer.rule_id is 'the rule that looks for the same thing in the ledgers';
comment on column supervision.visit_answer.same_as is 'a finding of that rule that stood already: what failed counts once';
create unique index one_answer_holds on supervision.visit_answer (visit_id, item) where not replaced;

create view facts.visit_failure as
select a.id, v.institution_id, v.id as visit_id, v.campaign_number, v.campaign_title, a.item, a.title_zh, a.title_en, a.clause, a.severity, a.due_days,
       a.number, a.limit_value, a.unit, coalesce(a.note, a.text) as said, cardinality(a.photos) as photos,
       (v.done_at at time zone 'Asia/Shanghai')::date as seen_on
  from supervision.visit v
  join supervision.visit_answer a on a.visit_id = v.id
 where v.state = 'DONE' and a.result = 'FAIL' and not a.replaced and a.same_as is null;
comment on view facts.visit_failure is '巡检未通过的检查项; what a finding stood for already is not here';
grant select on facts.visit_failure to rule_reader;

select kernel.guard_ledger(t, '') from unnest(array['supervision.campaign', 'supervision.visit']::regclass[]) t;
select kernel.guard_part('supervision.campaign_draw', 'campaign_id', 'supervision.campaign');
select kernel.guard_part('supervision.campaign_weight', 'draw_id', 'supervision.campaign_draw');
select kernel.guard_part('supervision.visit_answer', 'visit_id', 'supervision.visit');
-- Who may do what is decided by permission; where, by the tree.
do $$
declare
    mine   text := kernel.within_or_everywhere('settles', 'institution_id');
    part   regclass;
    whole  text;
begin
    foreach part in array array['supervision.campaign', 'supervision.visit']::regclass[] loop
        execute format('create policy opens on %s for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)', part, mine);
        execute format('create policy settles on %s for update to yiti_scoped, yiti_sees_all, yiti_all using (%2$s) with check (%2$s)', part, mine);
    end loop;
    execute format('create policy adds on supervision.campaign_draw for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)',
        'exists (select from supervision.campaign whole where whole.id = campaign_id and '
        || kernel.within_or_everywhere('settles', 'whole.institution_id') || ')');
    execute format('create policy adds on supervision.campaign_weight for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)',
        'exists (select from supervision.campaign_draw d join supervision.campaign whole on whole.id = d.campaign_id where d.id = draw_id and '
        || kernel.within_or_everywhere('settles', 'whole.institution_id') || ')');
    whole := 'exists (select from supervision.visit whole where whole.id = visit_id and ' || kernel.within_or_everywhere('settles', 'whole.institution_id') || ')';
    execute format('create policy adds on supervision.visit_answer for insert to yiti_scoped, yiti_sees_all, yiti_all with check (%s)', whole);
    execute format('create policy settles on supervision.visit_answer for update to yiti_scoped, yiti_sees_all, yiti_all using (%1$s) with check (%1$s)', whole);
end $$;
select kernel.let_accounts_in();
