-- How many rows somebody has taken in files on a day that nobody agreed to: many small ones are one large one.
create table workbook.exported (
    account text not null,
    day     date not null,
    rows    bigint not null,
    primary key (account, day)
);
do $$
begin
    perform kernel.guard('workbook.exported', 'false');
end $$;
select kernel.let_accounts_in();
