/**
 * Who asks, and which part of the tree they may see and change.
 *
 * <p>Start reading at {@code Scope}: the one place where that is decided.
 */
@ApplicationModule(displayName = "身份权限 Identity", allowedDependencies = "kernel")
@NullMarked
package org.yiti.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
