package org.yiti.detect.vehicle;

import org.yiti.detect.geo.Line;

/**
 * The way a dispatch order is for, and how far from it is still on it.
 *
 * @param id of the order; stands in the facts
 * @param from since when it is to be kept to, and until when: milliseconds since 1970
 * @param width metres to either side
 */
public record Route(String id, Line line, double width, long from, long until) {}
