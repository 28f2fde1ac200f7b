/** What waits on the shelves of modules is listed, tried again or discarded, in the same way on all of them. */
@NamedInterface("aside")
@NullMarked
package org.yiti.safeguard.aside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
