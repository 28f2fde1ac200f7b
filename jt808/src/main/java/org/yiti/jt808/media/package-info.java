/** Pictures, sound and films a terminal keeps (clauses 8.51 to 8.60). */
@NullMarked
package org.yiti.jt808.media;

import org.jspecify.annotations.NullMarked;
