package org.yiti.document.layout;

import java.util.List;
import org.yiti.document.Drawing;

/** What is put on a page, and where: millimetres from its upper left corner. */
public sealed interface Mark {

    /**
     * Letters of one face on one line.
     *
     * @param y of the line they stand on
     * @param size in points
     * @param advances how far it is from each letter to the next, in millimetres
     * @param turned anticlockwise, in degrees
     */
    record Text(double x, double y, Face face, double size, String words, List<Double> advances, int ink, double turned)
            implements Mark {

        public double width() {
            return advances.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    record Area(double x, double y, double width, double height, int ink) implements Mark {}

    record Path(List<Drawing.Point> points, double width, int ink) implements Mark {}

    record Disc(double x, double y, double radius, int ink) implements Mark {}
}
