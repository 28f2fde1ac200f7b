package org.yiti.supervision.campaigns;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.supervision.campaigns.plan.Campaigns;
import org.yiti.workbook.TableDownload;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;
import org.yiti.workbook.file.TableWriter.Format;

/** The report, also as a workbook: scores, items, failures; marked with who took it. */
@RestController
@RequestMapping("/api/supervision/campaigns/{id}/report")
@Needs(Permission.VERIFY)
class ReportController {

    private static final List<TableWriter.Column> SCORES = List.of(
            TableWriter.Column.of("单位", Format.TEXT, 30),
            TableWriter.Column.of("类别", Format.TEXT, 14),
            TableWriter.Column.of("检查人", Format.TEXT, 12),
            TableWriter.Column.of("完成日期", Format.DATE, 12),
            TableWriter.Column.of("得分", Format.GENERAL, 8),
            TableWriter.Column.of("未通过", Format.INTEGER, 8));
    private static final List<TableWriter.Column> ITEMS = List.of(
            TableWriter.Column.of("检查项", Format.TEXT, 40),
            TableWriter.Column.of("依据", Format.TEXT, 40),
            TableWriter.Column.of("通过", Format.INTEGER, 8),
            TableWriter.Column.of("未通过", Format.INTEGER, 8),
            TableWriter.Column.of("不适用", Format.INTEGER, 8),
            TableWriter.Column.of("台账也已发现", Format.INTEGER, 10));
    private static final List<TableWriter.Column> FAILURES = List.of(
            TableWriter.Column.of("单位", Format.TEXT, 30),
            TableWriter.Column.of("检查项", Format.TEXT, 40),
            TableWriter.Column.of("依据", Format.TEXT, 40),
            TableWriter.Column.of("实测", Format.GENERAL, 10),
            TableWriter.Column.of("限值", Format.GENERAL, 10),
            TableWriter.Column.of("计量单位", Format.TEXT, 10),
            TableWriter.Column.of("说明", Format.TEXT, 50),
            TableWriter.Column.of("照片", Format.INTEGER, 8));

    private final CampaignReport reports;
    private final Campaigns campaigns;
    private final Scope scope;
    private final Clock clock;

    ReportController(CampaignReport reports, Campaigns campaigns, Scope scope, Clock clock) {
        this.reports = reports;
        this.campaigns = campaigns;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    CampaignReport.Report report(@PathVariable UUID id) {
        return reports.of(id);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String format) {
        var report = reports.of(id);
        var mark = TableDownload.mark(scope.account(), clock);
        var answer = TableDownload.of("巡检报告-" + report.campaign().item().number(), "campaign", format, writer -> {
            writer.watermark(mark);
            if (format.equals("csv")) {
                scores(writer, report);
            } else {
                workbook(writer, report);
            }
        });
        campaigns.tell(
                Campaigns.act("campaign.exported", id).with("format", format).with("report", report.digest()),
                report.campaign().item().institution().id());
        return answer;
    }

    private static void workbook(TableWriter writer, CampaignReport.Report report) {
        var item = report.campaign().item();
        writer.notes(
                "说明",
                List.of(
                        item.number() + " " + item.title(),
                        "目的：" + report.campaign().purpose(),
                        "依据：" + report.campaign().basis(),
                        "时间：" + item.startsOn() + " 至 " + item.endsOn(),
                        "结论："
                                + (report.campaign().conclusion() == null
                                        ? "（尚未结束）"
                                        : report.campaign().conclusion()),
                        "报告摘要 SHA-256：" + report.digest()));
        scores(writer, report);
        writer.table(new TableWriter.Table("检查项", ITEMS));
        report.items()
                .forEach(one -> writer.row(List.of(
                        Cell.text(one.title().zh()),
                        Cell.text(one.clause()),
                        number(one.passed()),
                        number(one.failed()),
                        number(one.notApplicable()),
                        number(one.inLedgers()))));
        writer.table(new TableWriter.Table("未通过", FAILURES));
        report.failures()
                .forEach(one -> writer.row(List.of(
                        Cell.text(one.institution()),
                        Cell.text(one.title().zh()),
                        Cell.text(one.clause()),
                        number(one.number()),
                        number(one.limit()),
                        text(one.unit()),
                        text(one.note()),
                        number(one.photos()))));
    }

    private static void scores(TableWriter writer, CampaignReport.Report report) {
        writer.table(new TableWriter.Table("得分", SCORES));
        report.lines()
                .forEach(line -> writer.row(List.of(
                        Cell.text(line.institution().name()),
                        Cell.text(line.stratum().zh()),
                        Cell.text(line.inspector().name()),
                        line.doneAt() == null
                                ? Cell.BLANK
                                : new Cell.DateTime(line.doneAt().toLocalDate().atStartOfDay()),
                        number(line.score()),
                        number(line.failed()))));
    }

    private static Cell text(@Nullable String value) {
        return value == null ? Cell.BLANK : Cell.text(value);
    }

    private static Cell number(@Nullable BigDecimal value) {
        return value == null ? Cell.BLANK : new Cell.Number(value);
    }

    private static Cell number(int value) {
        return new Cell.Number(BigDecimal.valueOf(value));
    }
}
