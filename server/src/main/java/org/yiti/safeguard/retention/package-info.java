/** How long what is kept, and its end. Start reading at {@code Purge}. */
@NullMarked
package org.yiti.safeguard.retention;

import org.jspecify.annotations.NullMarked;
