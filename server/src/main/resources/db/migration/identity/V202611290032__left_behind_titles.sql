-- Whom a finding is about, and what a file is called, is not for everybody who hands work over.
update identity.left_behind set title = split_part(title, ' ', 1) where kind = 'finding';
update identity.left_behind set title = to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') where kind = 'import';
