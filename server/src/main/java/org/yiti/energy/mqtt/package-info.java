/** Gateways that publish: the house subscribes to the site's own brokers. Start reading at {@code Brokers}. */
@NullMarked
package org.yiti.energy.mqtt;

import org.jspecify.annotations.NullMarked;
