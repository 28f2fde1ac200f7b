/** Areas and routes a vehicle keeps to (clauses 8.37 to 8.46). */
@NullMarked
package org.yiti.jt808.area;

import org.jspecify.annotations.NullMarked;
