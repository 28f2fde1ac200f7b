/**
 * The leaders' board: what is worst, what is late, what got better; every figure of the dictionary, every figure a way to
 * its list.
 *
 * <p>Start reading at {@code BoardQueries}.
 */
@NullMarked
package org.yiti.supervision.board;

import org.jspecify.annotations.NullMarked;
