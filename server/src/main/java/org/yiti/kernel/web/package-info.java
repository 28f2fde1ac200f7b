/** What every write over HTTP shares. */
@NullMarked
package org.yiti.kernel.web;

import org.jspecify.annotations.NullMarked;
