package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** Which file of premises was made when, and when it came to the archive. */
final class FileHandoverLedger {

    private FileHandoverLedger() {}

    static Ledger fileHandovers() {
        return Ledger.of("premises.file_handover", "file-handovers", "办公用房档案移交", "Files of premises handed over")
                .ofInstitution()
                .records("file-handover", "fileNo", "title")
                .columns(
                        text("fileNo", "档案编号", "File no.", L2).needed().upTo(60),
                        text("title", "档案名称", "File", L2).needed().upTo(120),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        code("kind", "premises-file-kind", "档案类别", "Kind", L2).needed(),
                        date("formedOn", "形成日期", "Made", L2).needed().sorted(),
                        date("handedOverOn", "移交日期", "Handed over", L2),
                        text("receiptNo", "移交清单编号", "Receipt no.", L2).upTo(80).tucked())
                .keyedBy("fileNo")
                .checks(Check.order("formedOn", "handedOverOn"));
    }
}
