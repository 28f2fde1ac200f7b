/**
 * A document said once and handed out as a page of the web, as PDF and as OFD: the same words, tables and pictures in each.
 *
 * <p>Start reading at {@code Document}, then {@code layout/Flow}.
 */
@ApplicationModule(displayName = "版式文件 Document", allowedDependencies = "kernel")
@NullMarked
package org.yiti.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
