package org.yiti.supervision.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiti.document.Drawing;
import tools.jackson.databind.JsonNode;

/** Pictures of a finding, drawn of nothing but what stands in it: its measure, its track, its curve. */
final class Sketch {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int EDGE = 40;
    private static final Pattern POSITION = Pattern.compile("(-?\\d{1,3}\\.\\d+), ?(-?\\d{1,2}\\.\\d+)");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d(-\\d\\d.*)?");
    private static final int ENOUGH = 3;
    private static final String BLUE = "#1f5fa8";

    private record Point(double x, double y, String label) {

        Drawing.Point at() {
            return new Drawing.Point(x, y);
        }
    }

    private Sketch() {}

    /** By names of files. */
    static Map<String, Drawing> of(JsonNode whole) {
        var pictures = new LinkedHashMap<String, Drawing>();
        var finding = whole.path("finding");
        if (finding.path("actual").isNumber() && finding.path("limit").isNumber()) {
            pictures.put("measure.svg", measure(finding));
        }
        var rows = Told.list(whole.path("evidence").path("rows"));
        for (var column : Told.list(whole.path("evidence").path("columns"))) {
            var name = Told.text(column, "name");
            var track = positions(rows, name);
            if (!track.isEmpty()) {
                pictures.put("track.svg", drawn(scaled(track), Told.text(column, "label") + "（经度、纬度，按发生先后）"));
            }
            var curve = curve(whole, rows, name);
            if (curve.size() >= ENOUGH) {
                pictures.put(
                        "curve-" + name.replaceAll("[^a-z0-9]", "-") + ".svg",
                        drawn(scaled(curve), Told.text(column, "label") + unit(column)));
            }
        }
        return pictures;
    }

    private static String unit(JsonNode column) {
        var unit = Told.text(column, "unit");
        return unit.isEmpty() ? "" : "（" + unit + "）";
    }

    private static Drawing measure(JsonNode finding) {
        var actual = finding.path("actual").decimalValue();
        var limit = finding.path("limit").decimalValue();
        var most = actual.abs()
                .max(limit.abs())
                .max(BigDecimal.ONE.movePointLeft(6))
                .doubleValue();
        var unit = Told.text(finding, "unit");
        var shapes = new ArrayList<Drawing.Shape>();
        bar(
                shapes,
                20,
                "实际 " + Told.measured(finding.path("actual"), unit),
                actual.abs().doubleValue() / most,
                "#b3261e");
        bar(
                shapes,
                65,
                "标准 " + Told.measured(finding.path("limit"), unit),
                limit.abs().doubleValue() / most,
                "#5f6b7a");
        return new Drawing(WIDTH, 110, "实际与标准", shapes);
    }

    private static void bar(List<Drawing.Shape> shapes, int y, String label, double share, String colour) {
        var width = Math.round(share * (WIDTH - 2 * EDGE));
        shapes.add(text(EDGE, y, label));
        shapes.add(new Drawing.Bar(EDGE, y + 6, Math.max(1, width), 16, colour));
    }

    private static List<Point> positions(List<JsonNode> rows, String name) {
        var points = new ArrayList<Point>();
        for (var row : rows) {
            var found = POSITION.matcher(Told.text(row, name));
            if (found.matches()) {
                points.add(new Point(
                        Double.parseDouble(found.group(1)), -Double.parseDouble(found.group(2)), found.group()));
            }
        }
        return points;
    }

    /** A column of numbers over the first column that says when. */
    private static List<Point> curve(JsonNode whole, List<JsonNode> rows, String name) {
        var when = Told.list(whole.path("evidence").path("columns")).stream()
                .map(column -> Told.text(column, "name"))
                .filter(column -> rows.stream()
                        .allMatch(row -> MOMENT.matcher(Told.text(row, column)).matches()))
                .findFirst();
        var points = new ArrayList<Point>();
        if (when.isPresent()) {
            for (var row : rows) {
                if (row.path(name).isNumber()) {
                    points.add(new Point(points.size(), -row.path(name).doubleValue(), Told.text(row, when.get())));
                }
            }
        }
        return points;
    }

    private static List<Point> scaled(List<Point> points) {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        return points.stream()
                .map(point -> new Point(
                        EDGE + share(point.x(), x.getMin(), x.getMax()) * (WIDTH - 2 * EDGE),
                        EDGE + share(point.y(), y.getMin(), y.getMax()) * (HEIGHT - 2 * EDGE),
                        point.label()))
                .toList();
    }

    private static double share(double value, double least, double most) {
        return most == least ? 0.5 : (value - least) / (most - least);
    }

    private static Drawing drawn(List<Point> points, String title) {
        var shapes = new ArrayList<Drawing.Shape>();
        shapes.add(text(EDGE, 14, title));
        shapes.add(new Drawing.Line(points.stream().map(Point::at).toList(), 2, BLUE));
        points.forEach(point -> shapes.add(new Drawing.Dot(point.at(), 3, BLUE)));
        var first = points.get(0);
        var last = points.get(points.size() - 1);
        shapes.add(text(first.x(), HEIGHT - 10, first.label()));
        if (points.size() > 1) {
            shapes.add(text(Math.min(last.x(), WIDTH - 160), 34, last.label()));
        }
        return new Drawing(WIDTH, HEIGHT, title, shapes);
    }

    private static Drawing.Words text(double x, double y, String words) {
        return new Drawing.Words(new Drawing.Point(x, y), 13, words);
    }
}
