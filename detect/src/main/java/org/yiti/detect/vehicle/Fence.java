package org.yiti.detect.vehicle;

import org.yiti.detect.geo.Area;

/**
 * An area somebody wants to know of.
 *
 * @param id stands in the facts; an area that is drawn anew gets a new one
 */
public record Fence(String id, Area area) {}
