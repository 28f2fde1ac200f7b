/** What is done with cases: opened, moved on, proposed and decided, merged and split, watched. Start reading at {@code TakeCaseStep}. */
@NullMarked
package org.yiti.supervision.cases.handling;

import org.jspecify.annotations.NullMarked;
