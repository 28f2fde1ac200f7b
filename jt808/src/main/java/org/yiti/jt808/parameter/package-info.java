/** What a terminal is set to (clauses 8.12 to 8.15). */
@NullMarked
package org.yiti.jt808.parameter;

import org.jspecify.annotations.NullMarked;
