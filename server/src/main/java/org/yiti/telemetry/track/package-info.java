/** Where vehicles were: what terminals told, stored once each. */
@NullMarked
package org.yiti.telemetry.track;

import org.jspecify.annotations.NullMarked;
