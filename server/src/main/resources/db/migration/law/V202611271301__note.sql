alter table law.parameter_value add note text;
comment on column law.parameter_value.note is 'what somebody who compares it with the text should know';
