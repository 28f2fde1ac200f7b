/** Where everything of a document lies on its pages. */
@NullMarked
package org.yiti.document.layout;

import org.jspecify.annotations.NullMarked;
