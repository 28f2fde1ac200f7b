-- Schemas have come since: accounts are let into them as into all that are guarded.
select kernel.let_accounts_in();
