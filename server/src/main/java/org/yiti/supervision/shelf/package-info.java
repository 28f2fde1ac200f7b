/** The rules as people read them: clause, numbers, cases, hits; and switching them. */
@NullMarked
package org.yiti.supervision.shelf;

import org.jspecify.annotations.NullMarked;
