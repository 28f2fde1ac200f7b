/** What readings of a meter show: gaps, stuck values, spikes, level shifts, nights, days off, and how odd each one is. */
@NullMarked
package org.yiti.detect.meter;

import org.jspecify.annotations.NullMarked;
