/** One object as a page: its row, what belongs to it, its life line; and finding it. */
@NullMarked
package org.yiti.ledger.object;

import org.jspecify.annotations.NullMarked;
