package org.yiti.demonstration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What institutions do with personal and important data. */
final class DataDuties {
    record InformationSystem(
            String code,
            String name,
            String institutionCode,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer logDays,
            boolean importantData,
            boolean personalData) {}

    record Activity(
            String activityNo,
            String name,
            String institutionCode,
            @Nullable String purpose,
            String dataClass,
            @Nullable String basis,
            @Nullable String basisNo,
            boolean automated,
            boolean shared,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer retentionDays,
            @Nullable LocalDate erasedOn) {}

    record ImpactAssessment(
            @Beside String institutionCode,
            String activityNo,
            LocalDate assessedOn,
            @Nullable String reportNo,
            @Nullable String conclusion,
            @Nullable LocalDate keptUntil) {}

    record Provision(
            String recordNo,
            String institutionCode,
            String kind,
            String data,
            String recipient,
            @Nullable String scope,
            LocalDate providedOn,
            @Nullable String agreementNo,
            @Nullable LocalDate keptUntil) {}

    record RiskAssessment(
            String institutionCode,
            int year,
            LocalDate assessedOn,
            @Nullable LocalDate reportedOn,
            @Nullable String reportedTo,
            @Nullable String reportNo) {}

    record ComplianceAudit(
            String institutionCode,
            LocalDate auditedOn,
            @Nullable String auditor,
            @Nullable String reportNo,
            @Nullable Integer problems,
            @Nullable LocalDate mendedOn) {}

    record Incident(
            String incidentNo,
            String title,
            String institutionCode,
            String kind,
            boolean publicInterest,
            boolean personal,
            boolean harmless,
            LocalDateTime foundAt,
            @Nullable LocalDateTime containedAt,
            @Nullable LocalDateTime reportedAt,
            @Nullable LocalDateTime notifiedAt) {}

    record Processor(
            String contractNo,
            String processor,
            String institutionCode,
            String service,
            @Nullable String approvalNo,
            @Nullable LocalDate approvedOn,
            boolean dutiesAgreed,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate accessClosedOn,
            @Nullable LocalDate dataReturnedOn) {}

    final Table<InformationSystem> systems = new Table<>(InformationSystem.class, r -> r.code());
    final Table<Activity> activities = new Table<>(Activity.class, r -> r.activityNo());
    final Table<ImpactAssessment> impactAssessments =
            new Table<>(ImpactAssessment.class, r -> r.activityNo() + " " + r.assessedOn());
    final Table<Provision> provisions = new Table<>(Provision.class, r -> r.recordNo());
    final Table<RiskAssessment> riskAssessments =
            new Table<>(RiskAssessment.class, r -> r.institutionCode() + " " + r.year());
    final Table<ComplianceAudit> complianceAudits =
            new Table<>(ComplianceAudit.class, r -> r.institutionCode() + " " + r.auditedOn());
    final Table<Incident> incidents = new Table<>(Incident.class, r -> r.incidentNo());
    final Table<Processor> processors = new Table<>(Processor.class, r -> r.contractNo());
}
