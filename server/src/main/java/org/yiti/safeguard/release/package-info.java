/** Requests on which a second person decides, whichever module they are made in. */
@NullMarked
package org.yiti.safeguard.release;

import org.jspecify.annotations.NullMarked;
