/**
 * Code tables of {@code standards/}: what a code means, and which code people mean by what they write.
 *
 * <p>Start reading at {@link org.yiti.kernel.code.CodeTables}.
 */
@NullMarked
package org.yiti.kernel.code;

import org.jspecify.annotations.NullMarked;
