/** How a refusal becomes an answer (RFC 9457). */
@NullMarked
package org.yiti.kernel.problem;

import org.jspecify.annotations.NullMarked;
