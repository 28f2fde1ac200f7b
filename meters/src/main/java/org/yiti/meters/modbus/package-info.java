/**
 * Modbus as meters speak it: reading functions 1 to 4, over TCP (MBAP), RTU (CRC) and ASCII (LRC), a register map that is
 * data, a plan of few large reads, and the SunSpec models of meters.
 *
 * <p>Start reading at {@link org.yiti.meters.modbus.ReadPlan}.
 */
@NullMarked
package org.yiti.meters.modbus;

import org.jspecify.annotations.NullMarked;
