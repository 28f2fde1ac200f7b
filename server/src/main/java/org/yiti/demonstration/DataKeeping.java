package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.DataDuties.Activity;
import org.yiti.demonstration.DataDuties.ComplianceAudit;
import org.yiti.demonstration.DataDuties.ImpactAssessment;
import org.yiti.demonstration.DataDuties.Incident;
import org.yiti.demonstration.DataDuties.InformationSystem;
import org.yiti.demonstration.DataDuties.Processor;
import org.yiti.demonstration.DataDuties.Provision;
import org.yiti.demonstration.DataDuties.RiskAssessment;
import org.yiti.demonstration.Organization.Institution;

/** Personal and important data kept as the law says. */
final class DataKeeping {
    /** Network data has its regulation since. */
    private static final int FIRST_YEAR = 2025;

    private final DataDuties duties;
    private final Chance chance;
    private final LocalDate asOf;

    DataKeeping(DataDuties duties, Chance chance, LocalDate asOf) {
        this.duties = duties;
        this.chance = chance.under("data-keeping");
        this.asOf = asOf;
    }

    void keep(Institution owner) {
        Chance own = chance.under(owner.code());
        LocalDate since = LocalDate.of(asOf.getYear() - 3, 1, 1).minusDays(own.whole(20, 200));
        run(owner, own, since);
        process(owner, own, since);
        hand(owner, own, since);
        duties.complianceAudits.add(new ComplianceAudit(
                owner.code(), asOf.minusDays(own.whole(60, 400)), "示范会计师事务所", "HG-" + owner.code(), 0, null));
        mishaps(owner, own);
    }

    private void run(Institution owner, Chance own, LocalDate since) {
        duties.systems.add(new InformationSystem(
                "XT-" + owner.code(),
                owner.shortName() + "办公平台",
                owner.code(),
                since,
                null,
                own.pick(List.of(180, 200, 365)),
                true,
                true));
        for (int year = FIRST_YEAR; year < asOf.getYear(); year++) {
            LocalDate assessed = LocalDate.of(year, 10, own.whole(1, 28));
            duties.riskAssessments.add(new RiskAssessment(
                    owner.code(), year, assessed, assessed.plusDays(20), "省委网信办", "FX-" + owner.code() + "-" + year));
        }
    }

    private void process(Institution owner, Chance own, LocalDate since) {
        Activity tracks = duties.activities.add(new Activity(
                "HD-%s-1".formatted(owner.code()),
                "公务用车轨迹",
                owner.code(),
                "公务用车使用监督",
                "TRACK",
                "STATUTORY_DUTY",
                "中办发〔2017〕71号",
                false,
                false,
                since,
                null,
                365,
                null));
        LocalDate assessed = since.minusDays(own.whole(5, 30));
        duties.impactAssessments.add(new ImpactAssessment(
                owner.code(),
                tracks.activityNo(),
                assessed,
                "PG-" + owner.code(),
                "风险可控",
                assessed.plusYears(3).plusDays(own.whole(0, 90))));
        LocalDate over = asOf.minusDays(own.whole(100, 300));
        duties.activities.add(new Activity(
                "HD-%s-2".formatted(owner.code()),
                "会议签到名单",
                owner.code(),
                "会议组织",
                "ORDINARY",
                "CONTRACT",
                null,
                false,
                false,
                over.minusDays(60),
                over,
                30,
                over.plusDays(own.whole(1, 30))));
    }

    private void hand(Institution owner, Chance own, LocalDate since) {
        LocalDate given = asOf.minusDays(own.whole(20, 200));
        duties.provisions.add(new Provision(
                "TG-" + owner.code(),
                owner.code(),
                own.pick(List.of("PROVIDED", "ENTRUSTED")),
                "PERSONAL",
                "示范数联科技有限公司",
                "系统运行维护所必需的账号信息",
                given,
                "XY-" + owner.code(),
                given.plusYears(3).plusDays(own.whole(0, 30))));
        LocalDate ended = asOf.minusDays(own.whole(30, 90));
        duties.processors.add(processor(owner, 1, since, ended, ended));
        duties.processors.add(processor(owner, 2, ended.plusDays(1), ended.plusYears(1), null));
    }

    private static Processor processor(
            Institution owner, int serial, LocalDate from, LocalDate until, @Nullable LocalDate closed) {
        return new Processor(
                "WT-%s-%d".formatted(owner.code(), serial),
                "示范数联科技有限公司",
                owner.code(),
                "OPERATE",
                "示批〔%d〕%s号".formatted(from.getYear(), owner.code()),
                from.minusDays(15),
                true,
                from,
                until,
                closed,
                closed);
    }

    private void mishaps(Institution owner, Chance own) {
        LocalDate day = asOf.minusDays(own.whole(10, 250));
        duties.incidents.add(new Incident(
                "SJ-%s-1".formatted(owner.code()),
                "接口越权漏洞",
                owner.code(),
                "FLAW",
                true,
                false,
                false,
                day.atTime(9, 20),
                day.atTime(15, 40),
                day.atTime(17, 10),
                null));
        duties.incidents.add(new Incident(
                "SJ-%s-2".formatted(owner.code()),
                "名单误发",
                owner.code(),
                "LEAK",
                false,
                true,
                false,
                day.atTime(14, 0),
                day.atTime(14, 30),
                day.atTime(16, 0),
                day.atTime(18, 0)));
    }
}
