/** Bringing workbooks in: read, checked, repaired, applied whole, and taken back. */
@NullMarked
package org.yiti.workbook.imports;

import org.jspecify.annotations.NullMarked;
