/** The side that terminals speak to. */
@NullMarked
package org.yiti.telemetry.gateway;

import org.jspecify.annotations.NullMarked;
