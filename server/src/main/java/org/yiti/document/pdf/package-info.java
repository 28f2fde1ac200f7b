/** Pages as PDF, in the fonts of this machine. */
@NullMarked
package org.yiti.document.pdf;

import org.jspecify.annotations.NullMarked;
