-- The number in force for an institution on a day, and the clause it stands in: what gates of ledgers ask. Empty where none is.
create function law.most(of_parameter text, of_institution uuid, on_day date, variadic words text[]) returns numeric
    language sql stable as $$
    select v.value
      from facts.institution i
      join law.division_scope s on s.division = i.division
      join law.value_in_force v on v.scope = s.scope
     where i.id = of_institution and v.parameter_id = of_parameter and v.valid @> on_day
       and array_remove(array[v.d1, v.d2, v.d3], null) = words
$$;

create function law.clause(of_parameter text, of_institution uuid, on_day date, variadic words text[]) returns text
    language sql stable as $$
    select concat_ws(' ', p.source, p.article)
      from facts.institution i
      join law.division_scope s on s.division = i.division
      join law.value_in_force v on v.scope = s.scope
      join law.parameter_value p on p.id = v.value_id
     where i.id = of_institution and v.parameter_id = of_parameter and v.valid @> on_day
       and array_remove(array[v.d1, v.d2, v.d3], null) = words
$$;
