-- Encrypted as sealed columns are. The keys are not here: what is there already is written as it is, and encrypted by the
-- server that starts, before it serves anybody.
alter table identity.authenticator alter column secret type text using encode(secret, 'hex');
comment on column identity.authenticator.secret is 'sealed, bound to row and account; in hexadecimal where no server has started since this update';
