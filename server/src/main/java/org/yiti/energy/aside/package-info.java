/** Readings that were refused and that nobody sends again: looked at, tried again once their cause is mended, or discarded. */
@NullMarked
package org.yiti.energy.aside;

import org.jspecify.annotations.NullMarked;
