/** The rules that are in force here, and who switched which of them. Start reading at {@link Rulebook}. */
@NullMarked
package org.yiti.supervision.rulebook;

import org.jspecify.annotations.NullMarked;
