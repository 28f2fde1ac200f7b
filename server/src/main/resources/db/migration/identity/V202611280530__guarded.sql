-- What somebody signs in with is asked before they are known: its module decides (docs/operate/row-security.md).
select kernel.guard_open('identity.passkey', 'insert, update, delete');
select kernel.guard_open('identity.passkey_challenge', 'insert, update, delete');
select kernel.guard_open('identity.provider_link', 'insert, update, delete');
select kernel.guard_open('identity.provider_attempt', 'insert, update, delete');
select kernel.guard_open('identity.api_token', 'insert, update, delete');
alter view identity.second_factor set (security_invoker = true);
select kernel.let_accounts_in();
