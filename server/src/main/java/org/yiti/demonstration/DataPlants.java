package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.DataDuties.Activity;
import org.yiti.demonstration.DataDuties.ComplianceAudit;
import org.yiti.demonstration.DataDuties.ImpactAssessment;
import org.yiti.demonstration.DataDuties.Incident;
import org.yiti.demonstration.DataDuties.InformationSystem;
import org.yiti.demonstration.DataDuties.Processor;
import org.yiti.demonstration.DataDuties.Provision;
import org.yiti.demonstration.DataDuties.RiskAssessment;

/** Data kept without basis, records or care. */
final class DataPlants {
    private final Plants plants;
    private final DataDuties duties;
    private final LocalDate asOf;

    DataPlants(Plants plants) {
        this.plants = plants;
        this.duties = plants.city.upkeep.dataDuties;
        this.asOf = plants.city.asOf;
    }

    void sow() {
        plants.attempt(this::logs);
        plants.attempt(this::activities);
        plants.attempt(this::assessments);
        plants.attempt(this::handedOn);
        plants.attempt(this::audits);
        plants.attempt(this::mishaps);
    }

    /** A row of an institution on whose data nothing was planted yet. */
    private <R extends Record> R pick(String name, Table<R> table, String last, Function<R, String> institution) {
        return plants.pick(
                name,
                table.where(r -> last.isEmpty() || r.toString().contains(last)),
                r -> "data of " + institution.apply(r));
    }

    private void logs() {
        InformationSystem small = pick("DS-01", duties.systems, "", InformationSystem::institutionCode);
        duties.systems.change(small, "logDays", 90);
        plants.breach("DS-01", small.institutionCode(), small.code(), "日志只留存 90 天", 90, 180);
        InformationSystem exact = pick("DS-01 exact", duties.systems, "", InformationSystem::institutionCode);
        duties.systems.change(exact, "logDays", 180);
        plants.nearMiss("DS-01", exact.institutionCode(), "日志留存恰为 180 天");
        RiskAssessment missing =
                pick("DS-05", duties.riskAssessments, "year=" + (asOf.getYear() - 1), RiskAssessment::institutionCode);
        duties.riskAssessments.remove(missing);
        plants.breach("DS-05", missing.institutionCode(), String.valueOf(missing.year()), "没有年度风险评估");
    }

    private void activities() {
        activity("DS-06", "dataClass=TRACK", "没有登记依据文号", "basisNo", null);
        activity("DS-07", "dataClass=TRACK", "没有规定保存期限", "retentionDays", null);
        activity("DS-07c", "dataClass=ORDINARY", "期限届满没有删除", "erasedOn", null);
    }

    private void activity(String rule, String which, String done, String column, @Nullable Object value) {
        Activity picked = pick(rule, duties.activities, which, Activity::institutionCode);
        duties.activities.change(picked, column, value);
        plants.breach(rule, picked.institutionCode(), picked.activityNo(), done);
    }

    private void assessments() {
        ImpactAssessment missing = pick("DS-09", duties.impactAssessments, "", ImpactAssessment::institutionCode);
        duties.impactAssessments.remove(missing);
        plants.breach("DS-09", missing.institutionCode(), missing.activityNo(), "没有影响评估");
        ImpactAssessment hasty = pick("DS-09b", duties.impactAssessments, "", ImpactAssessment::institutionCode);
        duties.impactAssessments.change(
                hasty, "keptUntil", hasty.assessedOn().plusYears(3).minusDays(1));
        plants.breach("DS-09b", hasty.institutionCode(), hasty.activityNo(), "报告保存期差一天满三年");
    }

    private void handedOn() {
        Provision hasty = pick("DS-03", duties.provisions, "", Provision::institutionCode);
        duties.provisions.change(hasty, "keptUntil", hasty.providedOn().plusYears(2));
        plants.breach("DS-03", hasty.institutionCode(), hasty.recordNo(), "处理记录只保存两年");
        processor("DS-11", "-2,", "没有批准", "approvalNo", null);
        processor("DS-11b", "-2,", "没有约定义务", "dutiesAgreed", false);
        processor("DS-11c", "-1,", "权限没有收回", "accessClosedOn", null);
    }

    private void processor(String rule, String which, String done, String column, @Nullable Object value) {
        Processor picked = pick(rule, duties.processors, which, Processor::institutionCode);
        duties.processors.change(picked, column, value);
        plants.breach(rule, picked.institutionCode(), picked.contractNo(), done);
    }

    private void audits() {
        ComplianceAudit old = pick("DS-12", duties.complianceAudits, "", ComplianceAudit::institutionCode);
        LocalDate day = asOf.minusMonths(24).minusDays(1);
        duties.complianceAudits.remove(old);
        duties.complianceAudits.add(Rows.with(old, "auditedOn", day));
        plants.breach("DS-12", old.institutionCode(), day.toString(), "两年零一天没有合规审计");
    }

    private void mishaps() {
        Incident silent = pick("DS-04", duties.incidents, "kind=FLAW", Incident::institutionCode);
        duties.incidents.change(silent, "reportedAt", silent.foundAt().plusHours(25));
        plants.breach("DS-04", silent.institutionCode(), silent.incidentNo(), "25 小时才报告");
        Incident kept = pick("DS-10", duties.incidents, "kind=LEAK", Incident::institutionCode);
        duties.incidents.change(kept, "notifiedAt", null);
        plants.breach("DS-10", kept.institutionCode(), kept.incidentNo(), "没有通知个人");
    }
}
