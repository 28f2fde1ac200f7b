/** A document as one page of the web. */
@NullMarked
package org.yiti.document.markup;

import org.jspecify.annotations.NullMarked;
