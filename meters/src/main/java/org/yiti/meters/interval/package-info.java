/**
 * Readings of one meter, its history and dated tariffs and factors, to what was consumed each hour, day and month, what it
 * cost and emitted, and where each figure comes from. Pure functions of values: the same readings in any order, number of
 * times and parts give the same figures to the last digit.
 *
 * <p>Start reading at {@link org.yiti.meters.interval.Derivation} (readings to hours),
 * {@link org.yiti.meters.interval.Touched} (what a new reading changes), {@link org.yiti.meters.interval.Settlement}
 * (months that are closed) and {@link org.yiti.meters.interval.Balance} (sub-meters beside their parent).
 *
 * <p>Numbers are whole: a register counts in its own smallest step, consumption in billionths of the meter's unit, money in
 * millionths of a yuan, kgce and CO₂ in milligrams. Nothing is ever rounded but a price, once an hour, half up; so hours add
 * up to the day, days to the month, and all of them to the difference of the register.
 */
@NullMarked
package org.yiti.meters.interval;

import org.jspecify.annotations.NullMarked;
