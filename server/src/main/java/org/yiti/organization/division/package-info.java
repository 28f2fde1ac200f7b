/** The administrative divisions that everybody starts with. */
@NullMarked
package org.yiti.organization.division;

import org.jspecify.annotations.NullMarked;
