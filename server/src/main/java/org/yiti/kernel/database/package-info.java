/** Starting the database: the embedded one of a first run, or yours. */
@NullMarked
package org.yiti.kernel.database;

import org.jspecify.annotations.NullMarked;
