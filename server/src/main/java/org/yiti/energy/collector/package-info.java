/**
 * Collectors of the ministry's guide of 2008, whose protection is weak: off unless somebody opens the door, in a network of
 * its own. Start reading at {@code CollectorDoor}.
 */
@NullMarked
package org.yiti.energy.collector;

import org.jspecify.annotations.NullMarked;
