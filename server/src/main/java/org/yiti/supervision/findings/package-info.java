/**
 * What people do with what was found: verify, have it explained or put right, review, settle.
 *
 * <p>Start reading at {@code Step}.
 */
@NullMarked
package org.yiti.supervision.findings;

import org.jspecify.annotations.NullMarked;
