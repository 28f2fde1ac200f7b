create schema ledger;

-- What is wrong with rows on their way into a ledger. A stage is one sheet of one load.
create table ledger.problem (
    id          bigint generated always as identity primary key,
    stage       text not null,
    row_no      bigint not null,
    column_name text,
    value       text,
    error       boolean not null,
    message_zh  text not null,
    message_en  text not null,
    allowed_zh  text,
    allowed_en  text,
    cell        boolean not null
);
comment on column ledger.problem.cell is 'seen while reading the cell; the others are found anew at every judgement';
create index problem_of_stage on ledger.problem (stage, row_no, id);
