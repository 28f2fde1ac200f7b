package org.yiti.telemetry;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Format;

/** The corners of an area: "longitude latitude", parted by semicolons, to six decimals. */
final class OutlineFormat implements Format {

    private static final Pattern CORNER =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,6})?)[\\s,，]+(-?\\d{1,2}(?:\\.\\d{1,6})?)");
    private static final int LEAST = 3;
    private static final double EAST = 180;
    private static final double NORTH = 90;

    @Override
    public Opinion examine(String text) {
        var corners = Stream.of(text.strip().split("\\s*[;；]\\s*"))
                .map(CORNER::matcher)
                .toList();
        var fine = corners.size() >= LEAST
                && corners.stream()
                        .allMatch(corner -> corner.matches()
                                && Math.abs(Double.parseDouble(corner.group(1))) <= EAST
                                && Math.abs(Double.parseDouble(corner.group(2))) <= NORTH);
        return fine
                ? new Opinion(
                        corners.stream()
                                .map(corner -> corner.group(1) + " " + corner.group(2))
                                .collect(Collectors.joining("; ")),
                        null,
                        null)
                : new Opinion(
                        text,
                        null,
                        new Label(
                                "应为至少三个“经度 纬度”，以分号分隔",
                                "is three corners or more, each “longitude latitude”, parted by semicolons"));
    }
}
