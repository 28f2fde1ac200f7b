/**
 * Positions become facts: trips, stops, nights, refuellings, silences ({@code telemetry.fact}).
 *
 * <p>Start reading at {@code FoldArrivals}, then {@code Fold}.
 */
@NullMarked
package org.yiti.telemetry.facts;

import org.jspecify.annotations.NullMarked;
