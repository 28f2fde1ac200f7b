/** Files that people hand in, kept in the database. */
@NullMarked
package org.yiti.kernel.file;

import org.jspecify.annotations.NullMarked;
