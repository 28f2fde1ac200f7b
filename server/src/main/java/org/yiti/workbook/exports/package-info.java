/** Taking lists out, and templates to fill in. */
@NullMarked
package org.yiti.workbook.exports;

import org.jspecify.annotations.NullMarked;
