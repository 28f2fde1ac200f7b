/** What a meter has measured, as a curve with its figures. */
@NullMarked
package org.yiti.energy.curves;

import org.jspecify.annotations.NullMarked;
