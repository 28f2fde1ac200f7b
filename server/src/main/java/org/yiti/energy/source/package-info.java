/** Sources of readings as they stand in the ledger, and how they are doing. */
@NullMarked
package org.yiti.energy.source;

import org.jspecify.annotations.NullMarked;
