-- Figures of the metric dictionary, each among its like; made anew after every sweep.
create table supervision.figure (
    metric         text not null,
    subject_kind   text not null,
    subject_id     uuid not null,
    institution_id uuid not null,
    title          text not null,
    top            numeric,
    bottom         numeric,
    value          numeric not null,
    peers          text not null,
    standing       numeric,
    z              numeric,
    primary key (metric, subject_id)
);
comment on column supervision.figure.top is 'what is divided by bottom, where the figure is a ratio';
comment on column supervision.figure.peers is 'the group of its like: codes, parted by |';
comment on column supervision.figure.standing is 'share of its like with less, 0 to 100; null where they are too few';
comment on column supervision.figure.z is 'modified z-score by median and MAD; null where they are too few, or mostly the same';
create index figure_of_institution on supervision.figure (institution_id, metric);
create index figure_among_peers on supervision.figure (metric, peers, value);

-- The spread of a group, without saying who: nothing of a group too small to hide in.
create table supervision.peer_group (
    metric text not null,
    peers  text not null,
    n      integer not null,
    p05    numeric,
    q1     numeric,
    median numeric,
    q3     numeric,
    p95    numeric,
    mad    numeric,
    primary key (metric, peers),
    constraint small_group_has_no_spread check (n >= 5 or num_nonnulls(p05, q1, median, q3, p95, mad) = 0)
);

create table supervision.risk (
    institution_id uuid not null,
    dimension      text not null,
    score          numeric not null,
    figures        integer not null,
    primary key (institution_id, dimension)
);
comment on column supervision.risk.score is 'mean of the standings of its figures in this dimension, 0 to 100';
comment on column supervision.risk.dimension is 'ALL for the mean of the dimensions';

-- A unit says that a figure is wrong, and is answered.
create table supervision.contest (
    id             uuid primary key default kernel.new_id(),
    institution_id uuid not null,
    metric         text not null,
    value          numeric not null,
    reason         text not null constraint contest_has_a_reason check (length(trim(reason)) > 0),
    contested_by   text not null,
    contested_at   timestamptz not null,
    upheld         boolean,
    answer         text,
    answered_by    text,
    answered_at    timestamptz,
    constraint contest_is_answered_whole check (num_nonnulls(upheld, answer, answered_by, answered_at) in (0, 4)),
    constraint nobody_answers_their_own_contest check (answered_by <> contested_by)
);
comment on column supervision.contest.upheld is 'the unit is right: the figure is wrong';
create unique index contest_is_open_once on supervision.contest (institution_id, metric) where answered_at is null;

select kernel.guard_ledger(t, '') from unnest(array['supervision.figure', 'supervision.risk', 'supervision.contest']::regclass[]) t;
select kernel.guard_open('supervision.peer_group');
-- Who may contest and who may answer is decided by permission; where, by the tree.
create policy contests on supervision.contest for insert to yiti_scoped, yiti_sees_all, yiti_all with check (true);
create policy answers on supervision.contest for update to yiti_scoped, yiti_sees_all, yiti_all using (true) with check (true);
do $$
begin
    execute format('alter policy contests on supervision.contest with check (%s)', kernel.within_or_everywhere('settles', 'institution_id'));
    execute format('alter policy answers on supervision.contest using (%1$s) with check (%1$s)', kernel.within_or_everywhere('settles', 'institution_id'));
end $$;
select kernel.let_accounts_in();
