/**
 * What taken together makes a vehicle, a driver or a unit worth a look, although nothing of it alone does. Start reading at
 * {@link ScoreSuspicions}.
 */
@NullMarked
package org.yiti.supervision.suspicion;

import org.jspecify.annotations.NullMarked;
