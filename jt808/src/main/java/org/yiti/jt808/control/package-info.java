/** What a platform tells a vehicle and its driver (clauses 8.15 and 8.28 to 8.35). */
@NullMarked
package org.yiti.jt808.control;

import org.jspecify.annotations.NullMarked;
