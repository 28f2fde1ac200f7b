create schema law;

-- The numbers of the law. Rules read them through one relation a parameter in schema facts, made when the law is loaded.
create table law.parameter (
    id         text primary key,
    relation   text not null constraint parameter_relation_is_unique unique,
    module     text not null,
    title_zh   text not null,
    title_en   text not null,
    unit       text,
    stricter   text not null constraint stricter_is_known check (stricter in ('LOWER', 'HIGHER', 'NONE')),
    value_type text not null constraint value_type_is_known check (value_type in ('NUMBER', 'TEXT')),
    dimensions text[] not null,
    file       text not null
);
comment on column law.parameter.stricter is 'which way a region may move it; NONE: the nearest region decides freely';
comment on column law.parameter.dimensions is 'names in order; a name that ends in # holds numbers';

create table law.parameter_value (
    id           bigint generated always as identity primary key,
    parameter_id text not null references law.parameter on delete cascade,
    division     text,
    dims         jsonb not null,
    value        numeric,
    text_value   text,
    valid        daterange not null,
    confidence   text not null constraint value_confidence_is_known
                 check (confidence in ('STATUTE', 'VERIFIED', 'SINGLE_SOURCE', 'TO_CONFIRM', 'LOCAL')),
    source       text not null,
    article      text,
    origin       text not null default 'SHIPPED' constraint value_origin_is_known check (origin in ('SHIPPED', 'BUREAU')),
    place        text not null,
    constraint value_is_a_number_or_a_text check (num_nonnulls(value, text_value) = 1),
    constraint value_is_set_once_a_day
        exclude using gist (parameter_id with =, (coalesce(division, '')) with =, (dims::text) with =, valid with &&)
);
comment on column law.parameter_value.division is 'whose region it holds in; null for the whole country';
comment on column law.parameter_value.origin is 'SHIPPED with the rules, or set by the BUREAU here';
comment on column law.parameter_value.place is 'file and line, or who set it';

-- Values known from memory only are not used until a person has compared them with the text of the law.
create table law.confirmation (
    parameter_id text primary key references law.parameter on delete cascade,
    reason       text not null,
    confirmed_by text not null,
    confirmed_at timestamptz not null default now()
);

-- Divisions that know the same values share a scope: the regions above them, and they themselves, that set any of their own.
create table law.division_scope (
    division text primary key,
    scope    text not null
);

create table law.value_in_force (
    parameter_id text not null references law.parameter on delete cascade,
    scope        text not null,
    d1           text,
    d2           text,
    d3           text,
    n1           numeric,
    value        numeric,
    text_value   text,
    valid        daterange not null,
    value_id     bigint not null references law.parameter_value on delete cascade
);
comment on table law.value_in_force is 'resolved: for every scope the strictest value day by day';
create index value_in_force_of_parameter on law.value_in_force (parameter_id, scope);

-- Which values a judgement of that day in that division stood on: those whose dimensions occur in what was found.
create function law.values_used(parameters text[], of_division text, on_day date, facts jsonb, evidence jsonb) returns jsonb
    language sql stable as $$
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
               'parameter', v.parameter_id, 'dims', nullif(p.dims, '{}'), 'value', coalesce(to_jsonb(v.value), to_jsonb(v.text_value)),
               'unit', r.unit, 'validFrom', lower(v.valid), 'source', p.source, 'article', p.article, 'region', p.division,
               'confidence', p.confidence))
               order by array_position(parameters, v.parameter_id), p.dims::text), '[]')
      from law.division_scope s
      join law.value_in_force v on v.scope = s.scope and v.parameter_id = any (parameters) and v.valid @> on_day
      join law.parameter_value p on p.id = v.value_id
      join law.parameter r on r.id = v.parameter_id
     where s.division = of_division
       and not exists (
           select from jsonb_each_text(p.dims) d
            where (facts ? d.key or evidence -> 0 ? d.key)
              and facts ->> d.key is distinct from d.value
              and not evidence @> jsonb_build_array(jsonb_build_object(d.key, d.value)))
$$;

create table law.edition (
    hash      text primary key,
    loaded_at timestamptz not null default now()
);
comment on column law.edition.hash is 'of the shipped parameters that are loaded';
