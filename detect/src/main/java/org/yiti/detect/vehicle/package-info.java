/**
 * What vehicles report, turned into facts: trips, stops, refuellings, silence, nights, fences, speed, kilometres a day.
 *
 * <p>Start reading at {@link org.yiti.detect.vehicle.VehicleDetectors}, then {@link org.yiti.detect.vehicle.Cleaning}:
 * every position is judged and measured once, and what came out is told to all others.
 */
@NullMarked
package org.yiti.detect.vehicle;

import org.jspecify.annotations.NullMarked;
