/** Who may not judge: one's own unit, and what one answered for. Start reading at {@link SecondEyes}. */
@NullMarked
package org.yiti.supervision.eyes;

import org.jspecify.annotations.NullMarked;
