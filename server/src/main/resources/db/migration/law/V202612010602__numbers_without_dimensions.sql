-- The number in force for an institution where the parameter has no dimensions, and the clause it stands in.
create function law.number(of_parameter text, of_institution uuid, on_day date) returns numeric
    language sql stable as $$ select law.most(of_parameter, of_institution, on_day, variadic array[]::text[]) $$;
create function law.clause(of_parameter text, of_institution uuid, on_day date) returns text
    language sql stable as $$ select law.clause(of_parameter, of_institution, on_day, variadic array[]::text[]) $$;
