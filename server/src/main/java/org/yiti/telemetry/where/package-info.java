/** Where vehicles are and were: everybody now, one of them on a day, who was near a place then. */
@NullMarked
package org.yiti.telemetry.where;

import org.jspecify.annotations.NullMarked;
