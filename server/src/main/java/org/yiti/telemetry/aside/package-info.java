/** What terminals said that could not be stored: looked at, tried again once its cause is mended, or discarded. */
@NullMarked
package org.yiti.telemetry.aside;

import org.jspecify.annotations.NullMarked;
