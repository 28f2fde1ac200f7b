/** Messages of trackers that speak JT/T 808 with additions of their own; known to no dialect but theirs. */
@NullMarked
package org.yiti.jt808.vendor;

import org.jspecify.annotations.NullMarked;
