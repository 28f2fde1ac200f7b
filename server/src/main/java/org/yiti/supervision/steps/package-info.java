/** What a step of a finding and one of a case have in common: how it is described, and what whoever takes it must say. */
@NullMarked
package org.yiti.supervision.steps;

import org.jspecify.annotations.NullMarked;
