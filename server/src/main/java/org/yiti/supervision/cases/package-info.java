/**
 * Cases: what is found of one institution, dealt with together by those who may, in time, with a second pair of eyes.
 *
 * <p>Start reading at {@code file/CaseStep}, then {@code work/TakeCaseStep}.
 */
@NullMarked
package org.yiti.supervision.cases;

import org.jspecify.annotations.NullMarked;
