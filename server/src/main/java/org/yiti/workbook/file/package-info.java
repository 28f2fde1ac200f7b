/** Turns the bytes of a workbook (XLSX, CSV, TSV) into rows and rows into bytes; start reading at {@link WorkbookFile}. */
@NamedInterface("file")
@NullMarked
package org.yiti.workbook.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
