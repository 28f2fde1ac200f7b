/** Rules asked aside: over past days, by other numbers, in another wording, by night without findings. Start reading at {@link RunTrial}. */
@NullMarked
package org.yiti.supervision.laboratory;

import org.jspecify.annotations.NullMarked;
