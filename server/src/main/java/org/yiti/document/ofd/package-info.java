/** Pages as OFD, GB/T 33190-2016. */
@NullMarked
package org.yiti.document.ofd;

import org.jspecify.annotations.NullMarked;
