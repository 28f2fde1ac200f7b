/**
 * The console's files and addresses, as the browser asks for them.
 *
 * <p>Start reading at {@code ConsolePages}.
 */
@ApplicationModule(
        displayName = "控制台 Console",
        allowedDependencies = {})
@NullMarked
package org.yiti.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
