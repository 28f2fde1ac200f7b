package org.yiti.supervision.findings;

import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Acting;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.law.Severity;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.workbook.ExportsOfADay;
import org.yiti.workbook.TableDownload;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.TableWriter.Format;

/** The list of findings as a file, as filtered and in its order. */
@RestController
@RequestMapping("/api/supervision")
@Needs(Permission.READ)
class ExportFindings {

    private static final List<TableWriter.Column> COLUMNS = List.of(
            TableWriter.Column.of("编号", Format.TEXT, 14),
            TableWriter.Column.of("严重程度", Format.TEXT, 10),
            TableWriter.Column.of("规则代码", Format.TEXT, 10),
            TableWriter.Column.of("规则", Format.TEXT, 26),
            TableWriter.Column.of("单位", Format.TEXT, 24),
            TableWriter.Column.of("对象", Format.TEXT, 20),
            TableWriter.Column.of("问题", Format.TEXT, 60),
            TableWriter.Column.of("实际", Format.GENERAL, 12),
            TableWriter.Column.of("限值", Format.GENERAL, 12),
            TableWriter.Column.of("超出", Format.GENERAL, 12),
            TableWriter.Column.of("计量单位", Format.TEXT, 10),
            TableWriter.Column.of("状态", Format.TEXT, 10),
            TableWriter.Column.of("承办人", Format.TEXT, 12),
            TableWriter.Column.of("期限", Format.DATE, 12),
            TableWriter.Column.of("逾期", Format.TEXT, 8),
            TableWriter.Column.of("首次发现", Format.DATE, 12),
            TableWriter.Column.of("最近一次检查到", Format.DATE, 16));

    private final FindingQueries findings;
    private final ExportsOfADay day;
    private final Audit audit;
    private final Scope scope;
    private final Clock clock;
    private final int most;

    ExportFindings(
            FindingQueries findings,
            ExportsOfADay day,
            Audit audit,
            Scope scope,
            Clock clock,
            @Value("${yiti.exports.most-rows}") int most) {
        this.most = most;
        this.findings = findings;
        this.day = day;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /** The filters and orders of the list. */
    @FindingFilters
    @GetMapping("/findings/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String sort,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        // A wrong filter or order is refused now, while a refusal can still be told.
        var count = findings.count(findings.filter(parameters, institution), most + 1);
        if (count > most) {
            throw new Refused(SupervisionRefusal.EXPORT_OF_TOO_MANY, Map.of("most", most));
        }
        FindingOrder.of(sort);
        day.add(count);
        var account = scope.account();
        var mark = TableDownload.mark(account, clock);
        var answer = TableDownload.of(
                "问题-" + LocalDate.now(clock),
                "findings",
                format,
                writer -> Acting.as(account, () -> {
                    writer.watermark(mark);
                    writer.table(new TableWriter.Table("问题", COLUMNS));
                    findings.each(parameters, institution, sort, finding -> writer.row(row(finding)));
                }));
        audit.record(Act.of("finding.exported", "supervision", "finding")
                .in(institution)
                .with("format", format)
                .with("rows", count)
                .with("filters", parameters));
        return answer;
    }

    private static List<Cell> row(FindingView.Item finding) {
        return List.of(
                Cell.text(finding.number()),
                Cell.text(Severity.valueOf(finding.severity()).label().zh()),
                Cell.text(finding.rule().code()),
                Cell.text(finding.rule().title().zh()),
                text(finding.institution().name()),
                Cell.text(finding.subject().title()),
                Cell.text(finding.summary()),
                number(finding.actual()),
                number(finding.limit()),
                number(finding.excess()),
                text(finding.unit()),
                Cell.text(finding.stateName().zh()),
                text(finding.assignee() == null ? null : finding.assignee().name()),
                day(finding.dueOn()),
                Cell.text(finding.overdue() ? "是" : "否"),
                day(finding.firstSeen()),
                day(finding.lastSeen()));
    }

    private static Cell text(@Nullable String value) {
        return value == null ? Cell.BLANK : Cell.text(value);
    }

    private static Cell number(@Nullable BigDecimal value) {
        return value == null ? Cell.BLANK : new Cell.Number(value);
    }

    private static Cell day(LocalDate day) {
        return new Cell.DateTime(day.atStartOfDay());
    }
}
