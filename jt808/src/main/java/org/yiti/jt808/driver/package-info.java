/** Who drives and what was recorded: recorder, waybill, driver, CAN (clauses 8.47 to 8.50). */
@NullMarked
package org.yiti.jt808.driver;

import org.jspecify.annotations.NullMarked;
