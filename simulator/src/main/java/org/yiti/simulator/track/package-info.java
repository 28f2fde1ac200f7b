/** Where vehicles drive. */
@NullMarked
package org.yiti.simulator.track;

import org.jspecify.annotations.NullMarked;
