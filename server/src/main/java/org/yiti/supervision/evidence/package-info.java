/**
 * The evidence of a case in one signed package, readable and checkable without us.
 *
 * <p>Start reading at {@code WritePackage}.
 */
@NullMarked
package org.yiti.supervision.evidence;

import org.jspecify.annotations.NullMarked;
