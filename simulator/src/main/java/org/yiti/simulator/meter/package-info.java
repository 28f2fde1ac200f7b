/** Meters and how their readings are brought. */
@NullMarked
package org.yiti.simulator.meter;

import org.jspecify.annotations.NullMarked;
