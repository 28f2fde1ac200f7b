-- The word in force for an institution where a parameter is a word and has no dimensions: what is asked of whoever asks for something.
create function law.word(of_parameter text, of_institution uuid, on_day date) returns text
    language sql stable as $$
    select v.text_value
      from facts.institution i
      join law.division_scope s on s.division = i.division
      join law.value_in_force v on v.scope = s.scope
     where i.id = of_institution and v.parameter_id = of_parameter and v.valid @> on_day
$$;
