package org.yiti.document;

import java.util.List;

/** A picture of lines and words, sharp at any size. Its unit is a pixel of a screen. */
public record Drawing(int width, int height, String title, List<Shape> shapes) {

    public sealed interface Shape {}

    public record Point(double x, double y) {}

    public record Bar(double x, double y, double width, double height, String colour) implements Shape {}

    public record Line(List<Point> points, double width, String colour) implements Shape {}

    public record Dot(Point at, double radius, String colour) implements Shape {}

    /** @param at where the first letter stands */
    public record Words(Point at, double size, String words) implements Shape {}
}
