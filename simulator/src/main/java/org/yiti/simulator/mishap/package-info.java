/** What goes wrong between a device and the house, by seed. */
@NullMarked
package org.yiti.simulator.mishap;

import org.jspecify.annotations.NullMarked;
