/** The tree of institutions, a level at a time. */
@NullMarked
package org.yiti.organization.tree;

import org.jspecify.annotations.NullMarked;
