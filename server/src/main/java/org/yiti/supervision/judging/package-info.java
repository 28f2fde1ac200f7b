/** Facts × rules → findings: all of them by night, those concerned at every change. Start reading at {@link Judge}. */
@NullMarked
package org.yiti.supervision.judging;

import org.jspecify.annotations.NullMarked;
