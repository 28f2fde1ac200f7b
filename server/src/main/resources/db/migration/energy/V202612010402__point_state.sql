-- How points fare: one meter of a bus that is silent says so, while the others are read.
create table energy.point_state (
    point_id  uuid primary key references energy.point on delete cascade,
    failed_at timestamptz,
    failure   text,
    failures  integer not null default 0
);
comment on table energy.point_state is 'of points that have been asked; failures counts turns in a row';
select kernel.guard_part('energy.point_state', 'point_id', 'energy.point');
select kernel.let_accounts_in();
