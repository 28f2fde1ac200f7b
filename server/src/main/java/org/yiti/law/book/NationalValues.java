package org.yiti.law.book;

import java.util.Set;
import java.util.stream.Collectors;

/** What the country's numbers are in the made-up divisions of a case. */
final class NationalValues {

    private NationalValues() {}

    static String into(Parameter parameter, Set<String> divisions) {
        var dims = parameter.form().dimensions().stream()
                .map(d -> d.number() ? "(v.dims ->> '" + d.name() + "')::numeric, " : "v.dims ->> '" + d.name() + "', ")
                .collect(Collectors.joining());
        return "insert into pg_temp.%s select d, %sv.%s, v.valid from law.parameter_value v cross join unnest(array[%s]::text[]) d where v.parameter_id = '%s' and v.division is null"
                .formatted(
                        parameter.relation(),
                        dims,
                        parameter.form().number() ? "value" : "text_value",
                        divisions.stream()
                                .map(d -> "'" + d.replace("'", "''") + "'")
                                .collect(Collectors.joining(", ")),
                        parameter.id());
    }
}
