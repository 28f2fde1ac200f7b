-- Rules written here: the same files as those that ship, kept in the database, off until somebody else switches them on.
create table supervision.own_rule (
    id           uuid primary key default gen_random_uuid(),
    version      integer not null default 1,
    rule_id      text not null constraint own_rule_is_written_once unique,
    rule_yml     text not null,
    find_sql     text not null,
    cases        text not null,
    state        text not null default 'DRAFT' constraint own_rule_state_is_known check (state in ('DRAFT', 'TAKEN_IN')),
    written_by   text not null,
    written_at   timestamptz not null,
    taken_in_at  timestamptz
);
comment on column supervision.own_rule.rule_id is 'begins with own. so that no rule that ships is ever called so';
select kernel.guard_open('supervision.own_rule');
create policy governs_in on supervision.own_rule for insert to yiti_sees_all, yiti_all with check (true);
create policy governs on supervision.own_rule for update to yiti_sees_all, yiti_all using (true) with check (true);
create policy governs_out on supervision.own_rule for delete to yiti_sees_all, yiti_all using (true);

alter table supervision.rule add column own boolean not null default false;
comment on column supervision.rule.own is 'written here, not shipped in rules/; it stands on the shelf as those do';
create policy governs_in on supervision.rule for insert to yiti_sees_all, yiti_all with check (own);
create policy governs_in on supervision.rule_version for insert to yiti_sees_all, yiti_all with check (rule_id like 'own.%');
create policy governs on supervision.rule_version for update to yiti_sees_all, yiti_all using (rule_id like 'own.%') with check (rule_id like 'own.%');
select kernel.let_accounts_in();
