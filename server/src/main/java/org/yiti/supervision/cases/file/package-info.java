/** What a case is, what stands in it, and by when: the ground on which it is worked on and shown. Start reading at {@code CaseStep}. */
@NullMarked
package org.yiti.supervision.cases.file;

import org.jspecify.annotations.NullMarked;
