/**
 * What the hours of meters say: gaps, standstill, nights above the usual. They are folded by detect as they become known.
 *
 * <p>Start reading at {@code FoldMeter}.
 */
@NullMarked
package org.yiti.energy.facts;

import org.jspecify.annotations.NullMarked;
