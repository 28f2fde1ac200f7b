/**
 * Divisions, institutions, establishment, departments, posts and people: the one tree everything hangs on.
 *
 * <p>Start reading at {@code OrganizationLedgers}.
 */
@ApplicationModule(
        displayName = "机构人员 Organization",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.yiti.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
