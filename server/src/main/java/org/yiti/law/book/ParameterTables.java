package org.yiti.law.book;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.law.book.Parameter.Dimension;
import org.yiti.law.book.Parameter.Value;
import tools.jackson.databind.json.JsonMapper;

/** Writes the shipped parameters, and makes for each the relation that rules read. */
@Component
class ParameterTables {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    ParameterTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replaceShipped(List<Parameter> parameters) {
        dropRelations();
        jdbc.sql("delete from law.parameter where not id = any (:ids)")
                .param("ids", parameters.stream().map(Parameter::id).toArray(String[]::new))
                .update();
        jdbc.sql("delete from law.value_in_force").update();
        jdbc.sql("delete from law.parameter_value where origin = 'SHIPPED'").update();
        parameters.forEach(this::write);
    }

    private void dropRelations() {
        jdbc.sql("select relation from law.parameter where to_regclass('facts.' || relation) is not null")
                .query(String.class)
                .list()
                .forEach(relation -> jdbc.sql("drop view facts." + relation).update());
    }

    private void write(Parameter parameter) {
        var form = parameter.form();
        jdbc.sql("""
                insert into law.parameter (id, relation, module, title_zh, title_en, unit, stricter, value_type, dimensions, codes, file)
                values (:id, :relation, :module, :zh, :en, :unit, :stricter, :type, :dimensions, :codes::jsonb, :file)
                on conflict (id) do update set (relation, module, title_zh, title_en, unit, stricter, value_type, dimensions, codes, file)
                    = (excluded.relation, excluded.module, excluded.title_zh, excluded.title_en, excluded.unit,
                       excluded.stricter, excluded.value_type, excluded.dimensions, excluded.codes, excluded.file)
                """)
                .param("id", parameter.id())
                .param("relation", parameter.relation())
                .param("module", parameter.module())
                .param("zh", form.title().zh())
                .param("en", form.title().en())
                .param("unit", form.unit())
                .param("stricter", form.stricter().name())
                .param("type", form.number() ? "NUMBER" : "TEXT")
                .param(
                        "dimensions",
                        form.dimensions().stream()
                                .map(d -> d.number() ? d.name() + "#" : d.name())
                                .toArray(String[]::new))
                .param(
                        "codes",
                        JSON.writeValueAsString(form.codes().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, e -> e.getValue().id()))))
                .param("file", parameter.file())
                .update();
        parameter.values().forEach(value -> write(parameter, value));
        createRelation(parameter);
    }

    private void write(Parameter parameter, Value value) {
        var number = parameter.form().number();
        var origin = value.origin();
        jdbc.sql("""
                insert into law.parameter_value
                       (parameter_id, division, dims, value, text_value, valid, confidence, source, article, note, place)
                values (:id, :division, :dims::jsonb, :value::numeric, :text, daterange(:from, :to), :confidence, :source, :article, :note, :place)
                """)
                .param("id", parameter.id())
                .param("division", value.division())
                .param("dims", JSON.writeValueAsString(value.dims()))
                .param("value", number ? value.value() : null)
                .param("text", number ? null : value.value())
                .param("from", value.valid().from())
                .param("to", value.valid().to())
                .param("confidence", origin.confidence().name().toUpperCase(Locale.ROOT))
                .param("source", origin.source())
                .param("article", origin.article())
                .param("note", origin.note())
                .param("place", origin.place())
                .update();
    }

    /** Names come from files whose shape was checked: letters, digits and underscores only. */
    private void createRelation(Parameter parameter) {
        jdbc.sql("""
                create view facts.%s as
                select s.division, %sv.%s as value, v.valid
                  from law.value_in_force v
                  join law.division_scope s on s.scope = v.scope
                 where v.parameter_id = '%s'
                """.formatted(
                                parameter.relation(),
                                columns(parameter.form().dimensions()),
                                parameter.form().number() ? "value" : "text_value",
                                parameter.id()))
                .update();
        jdbc.sql("grant select on facts." + parameter.relation() + " to rule_reader, yiti_scoped")
                .update();
        jdbc.sql("comment on view facts.%s is '%s'"
                        .formatted(
                                parameter.relation(),
                                parameter.form().title().zh().replace("'", "''")))
                .update();
    }

    /** Dimensions of words stand in d1, d2, d3 in their order, the one of numbers in n1. */
    static String columns(List<Dimension> dimensions) {
        var words = dimensions.stream().filter(d -> !d.number()).toList();
        return dimensions.stream()
                .map(d -> d.number()
                        ? "v.n1 as " + d.name() + ", "
                        : "v.d" + (words.indexOf(d) + 1) + " as " + d.name() + ", ")
                .collect(Collectors.joining());
    }
}
