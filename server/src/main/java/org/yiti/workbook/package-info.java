/**
 * Workbooks in and out: templates, imports with a dry run, repair and undo, exports of any list.
 *
 * <p>Start reading at {@code imports/CheckImport}.
 */
@ApplicationModule(
        displayName = "工作簿 Workbook",
        allowedDependencies = {
            "kernel",
            "identity",
            "safeguard",
            "safeguard :: release",
            "ledger :: checking",
            "ledger :: listing",
            "ledger"
        })
@NullMarked
package org.yiti.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
