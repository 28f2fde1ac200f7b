/**
 * Readings as a gateway sends them in JSON, over MQTT or HTTP: {@code docs/operate/meters.md} is their description.
 *
 * <p>Start reading at {@link org.yiti.meters.json.ReadingBatch}.
 */
@NullMarked
package org.yiti.meters.json;

import org.jspecify.annotations.NullMarked;
