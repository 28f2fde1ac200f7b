package org.yiti.law.book;

import java.util.List;
import java.util.Set;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.Metric;

/** Reads the folder of one figure: {@code metric.yml}, {@code figure.sql} and {@code cases.yml}. */
record MetricFile(String folder, String metric, String figure, String cases) {

    private static final List<String> FILES = List.of("metric.yml", "figure.sql", "cases.yml");

    Metric read(Set<String> parameterIds) {
        var file = folder + "/metric.yml";
        var root = Located.read(file, metric)
                .only("id", "title", "dimension", "subject", "unit", "formula", "source", "risk", "like");
        var id = root.field("id").text("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
        if (!folder.endsWith(id.replace('.', '/'))) {
            throw root.field("id").malformed("'" + id + "' should be the path of its folder");
        }
        var dimension = root.field("dimension");
        if (CodeTables.get("risk-dimension").find(dimension.text()).isEmpty()) {
            throw dimension.malformed("'" + dimension.text() + "' is no code of risk-dimension");
        }
        NamedParameters.refuseUnnamed(
                file,
                NamedParameters.check(file, folder + "/figure.sql", figure, List.of(), parameterIds),
                List.of(),
                parameterIds);
        CasesFile.check(folder + "/cases.yml", cases);
        return new Metric(
                id,
                root.field("title").label(),
                dimension.text(),
                root.field("subject").text("institution|vehicle|building"),
                root.field("unit").label(),
                root.field("formula").label(),
                root.field("source").text(),
                root.field("risk").text("high|none").equals("high"),
                root.field("like").items().stream().map(MetricFile::table).toList(),
                figure,
                cases);
    }

    private static String table(Located item) {
        if (CodeTables.find(item.text()).isEmpty()) {
            throw item.malformed("there is no code table " + item.text());
        }
        return item.text();
    }

    static boolean isOf(String file) {
        return FILES.contains(file.substring(file.lastIndexOf('/') + 1));
    }
}
