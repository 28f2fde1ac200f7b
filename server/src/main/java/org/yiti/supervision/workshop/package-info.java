/** Rules written here: the files of a rule in the console, checked, tried and taken in. Start reading at {@link WriteRule}. */
@NullMarked
package org.yiti.supervision.workshop;

import org.jspecify.annotations.NullMarked;
