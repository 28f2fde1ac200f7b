/** Where vehicles are: positions, what comes with them, tracking (clauses 8.21 to 8.26 and 8.49). */
@NullMarked
package org.yiti.jt808.position;

import org.jspecify.annotations.NullMarked;
