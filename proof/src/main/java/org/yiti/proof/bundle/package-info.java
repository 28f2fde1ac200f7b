/** A log as files (C2SP tlog-tiles), in a folder or a ZIP, and one entry with its proof in one file. */
@NullMarked
package org.yiti.proof.bundle;

import org.jspecify.annotations.NullMarked;
