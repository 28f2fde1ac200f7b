/** Requests on which a second person decides, whichever module they are made in. */
@NamedInterface("release")
@NullMarked
package org.yiti.safeguard.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
