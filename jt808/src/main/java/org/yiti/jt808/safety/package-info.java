/** Active safety (T/JSATL 12-2017 and T/GDRTA 002): alarms of assistance systems and the files that prove them. */
@NullMarked
package org.yiti.jt808.safety;

import org.jspecify.annotations.NullMarked;
