package org.yiti.law.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.law.Hypothesis;
import org.yiti.law.Proposal;
import tools.jackson.databind.json.JsonMapper;

/** Relations of parameters as they would be, from what is in force and what is proposed. */
@Component
class Proposals implements Hypothesis {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final LawFolder folder;

    Proposals(JdbcClient jdbc, LawFolder folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    @Override
    public boolean fits(Proposal proposal) {
        return find(proposal.parameter())
                .filter(p -> p.form().number())
                .filter(p -> p.form().dimensions().stream()
                        .map(Parameter.Dimension::name)
                        .collect(Collectors.toSet())
                        .containsAll(proposal.dims().keySet()))
                .isPresent();
    }

    private Optional<Parameter> find(String id) {
        return folder.parameters().stream().filter(p -> p.id().equals(id)).findAny();
    }

    @Override
    public Optional<Binding> looserThan(Proposal proposal, LocalDate day) {
        var stricter =
                find(proposal.parameter()).orElseThrow().form().stricter().at(proposal.dims());
        if (proposal.division() == null || stricter == Parameter.Stricter.NONE) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        with recursive above as (
                            select code, parent from facts.division where code = :division
                            union all
                            select d.code, d.parent from facts.division d join above on d.code = above.parent)
                        select v.value, coalesce(d.name, v.division) as place, v.source, v.article
                          from law.parameter_value v
                          left join organization.division d on d.code = v.division
                         where v.parameter_id = :parameter and v.dims @> :dims::jsonb and v.valid @> :day and v.value is not null
                           and case when v.division is null then v.confidence <> 'LOCAL'
                                    else v.division <> :division and v.division in (select code from above) end
                           and (v.confidence <> 'TO_CONFIRM' or exists (select from law.confirmation c where c.parameter_id = v.parameter_id))
                           and case :stricter when 'LOWER' then :value > v.value else :value < v.value end
                         order by case :stricter when 'LOWER' then v.value else - v.value end
                         limit 1
                        """)
                .param("division", proposal.division())
                .param("parameter", proposal.parameter())
                .param("dims", JSON.writeValueAsString(proposal.dims()))
                .param("day", day)
                .param("value", proposal.value())
                .param("stricter", stricter.name())
                .query(Binding.class)
                .optional();
    }

    @Override
    public List<String> relations(List<Proposal> proposals) {
        var statements = new ArrayList<String>();
        proposals.stream()
                .collect(Collectors.groupingBy(Proposal::parameter, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, ofOne) -> {
                    var parameter = find(id).orElseThrow();
                    var relation = parameter.relation();
                    statements.add(
                            "create temp table " + relation + " on commit drop as select * from facts." + relation);
                    ofOne.forEach(one -> statements.add(set(parameter, one)));
                    statements.add("analyze pg_temp." + relation);
                    statements.add("grant select on pg_temp." + relation + " to rule_reader");
                });
        return statements;
    }

    /** What is proposed for a region holds in it and below; for the country, also where a region has gone further less far. */
    private static String set(Parameter parameter, Proposal proposal) {
        var sql = new StringBuilder("update pg_temp." + parameter.relation() + " r set value = ");
        var value = proposal.value().toPlainString();
        sql.append(
                proposal.division() != null
                        ? value
                        : switch (parameter.form().stricter().at(proposal.dims())) {
                            case LOWER ->
                                "case when exists (%s) then least(r.value, %s) else %2$s end"
                                        .formatted(setByRegion(parameter), value);
                            case HIGHER ->
                                "case when exists (%s) then greatest(r.value, %s) else %2$s end"
                                        .formatted(setByRegion(parameter), value);
                            default -> value;
                        });
        sql.append(" where true");
        proposal.dims()
                .forEach((name, wanted) -> sql.append(" and r.")
                        .append(column(parameter, name))
                        .append("::text = ")
                        .append(text(wanted)));
        if (proposal.division() != null) {
            sql.append(" and r.division in (with recursive below as (select code from facts.division where code = ")
                    .append(text(proposal.division()))
                    .append(" union all select d.code from facts.division d join below on d.parent = below.code)")
                    .append(" select code from below)");
        }
        return sql.toString();
    }

    /** Whether what is in force there is a region's own number. */
    private static String setByRegion(Parameter parameter) {
        return "select from law.parameter_value v where v.parameter_id = " + text(parameter.id())
                + " and v.division is not null and v.value = r.value and v.valid && r.valid";
    }

    private static String column(Parameter parameter, String name) {
        return parameter.form().dimensions().stream()
                .map(Parameter.Dimension::name)
                .filter(name::equals)
                .findAny()
                .orElseThrow();
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
