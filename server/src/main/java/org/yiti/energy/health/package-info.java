/** How the devices are that report by themselves: meters, and the gateways they speak through. */
@NullMarked
package org.yiti.energy.health;

import org.jspecify.annotations.NullMarked;
