/**
 * Devices that do not report by themselves are asked: Modbus TCP, and DL/T 645 through serial servers. Start reading at
 * {@code PollSources}.
 */
@NullMarked
package org.yiti.energy.polling;

import org.jspecify.annotations.NullMarked;
