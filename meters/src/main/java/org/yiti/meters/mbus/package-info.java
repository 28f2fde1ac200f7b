/**
 * M-Bus (EN 13757-2 and -3): heat, cold and water meters on two wires, or behind a gateway that hands their bytes through.
 *
 * <p>Start reading at {@link org.yiti.meters.mbus.Telegram} (the frame) and {@link org.yiti.meters.mbus.Reply} (what it
 * says).
 */
@NullMarked
package org.yiti.meters.mbus;

import org.jspecify.annotations.NullMarked;
