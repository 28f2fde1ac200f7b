package org.yiti.supervision.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

/** From a plan to a report, and what becomes of what was seen. */
class CampaignJourneyTest extends CampaignJourney {

    @Test
    void goesFromPlanToReportAndWhatFailsIsAFinding() {
        var campaign = planned();
        drawn(campaign, "第一次");
        var lines = visits(campaign);
        assertThat(lines).hasSize(3);
        assertThat(lines.toString()).contains("zh=政府机关").contains("zh=党委机关");

        make(lines.get(0), 24);
        make(lines.get(1), 26);
        make(lines.get(2), 27.5);
        var hot = institutionOf(lines.get(0));
        var finding = Soon.one("a finding of what failed", () -> findings(hot));
        assertThat(finding.get("summary").toString()).contains("夏季制冷");
        assertThat(finding).containsEntry("actual", 24.0).containsEntry("limit", 26);
        assertThat(findings(institutionOf(lines.get(1)))).isEmpty();

        var report = json(get(INSPECTOR, path(campaign) + "/report"));
        assertThat(report.get("lines").toString()).contains("score=72.7").contains("score=100.0");
        assertThat(get(INSPECTOR, path(campaign) + "/report/export?format=xlsx"))
                .hasStatusOk();
        done(post(INSPECTOR, path(campaign) + "/close", Map.of("conclusion", "多数达标", "version", version(campaign))));
        assertThat(json(get(INSPECTOR, path(campaign)))).containsEntry("digest", report.get("digest"));
        assertThat(told("supervision.campaign/" + campaign))
                .containsSubsequence("campaign.planned", "campaign.drawn", "campaign.exported", "campaign.closed");
    }

    @Test
    void theUnitStatesAndTheFindingGoesThroughACaseLikeAnyOther() {
        var campaign = planned();
        drawn(campaign, "案件");
        var line = visits(campaign).get(0);
        make(line, 22);
        var unit = institutionOf(line);
        var finding = Soon.one("a finding", () -> findings(unit));
        var officer = known(officer(unit));
        assertThat(get(officer, visit(line))).hasStatusOk();
        var file = done(post(INSPECTOR, "/api/supervision/cases", Map.of("findings", List.of(finding.get("id")))))
                .get("id");
        for (var step : List.of(
                "VERIFY",
                "ASK_EXPLANATION",
                "EXPLAIN",
                "ORDER_RECTIFICATION",
                "REPORT_RECTIFIED",
                "PASS_REVIEW",
                "CLOSE")) {
            var who = step.equals("EXPLAIN") || step.equals("REPORT_RECTIFIED") ? officer : INSPECTOR;
            var version = ((Map<?, ?>) json(get(INSPECTOR, "/api/supervision/cases/" + file))
                            .get("item"))
                    .get("version");
            done(post(
                    who,
                    "/api/supervision/cases/" + file + "/steps",
                    Map.of("step", step, "note", "说明", "version", version)));
        }
        assertThat(findings(unit)).allSatisfy(one -> assertThat(one).containsEntry("state", "CLOSED"));
    }

    @Test
    void whatIsSeenIsAFindingOfItsOwnAndPointsToWhatARuleHasFound() {
        var campaign = planned();
        drawn(campaign, "重复");
        var line = visits(campaign).get(0);
        var unit = institutionOf(line);
        var ledgers = database.sql("""
                insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id, severity, facts, evidence,
                                                 parameters, fingerprint, first_seen, last_seen, due_on)
                select 'F-' || ?, id, hash, 'institution', ?, '单位', ?, 'VIOLATION', '{}', '[]', '[]', '', current_date, current_date, current_date + 30
                  from supervision.rule where id = 'energy.no-statistician' returning id
                """)
                .param(campaign)
                .param(unit)
                .param(unit)
                .query(UUID.class)
                .single();
        var answers = new ArrayList<>(all(26));
        answers.set(5, said("ledger", 0, "said", "NO"));
        answers.set(2, said("standby", 0, "said", "NO"));
        done(put(INSPECTOR, visit(line) + "/answers", Map.of("answers", answers)));
        done(post(INSPECTOR, visit(line) + "/finish", Map.of()));

        Soon.soon("both are found", () -> findings(unit), found -> found.size() == 2);
        assertThat(findings(unit))
                .extracting(one -> one.get("summary").toString())
                .anyMatch(one -> one.contains("关灯"));
        assertThat(json(get(INSPECTOR, visit(line))).get("answers").toString())
                .contains("inLedgers={id=" + ledgers)
                .doesNotContain("finding=null, inLedgers={");
        var seen = findings(unit).stream()
                .map(one -> (String) one.get("id"))
                .filter(id -> related(id).contains("LEDGERS"))
                .toList();
        assertThat(seen).hasSize(1);
        assertThat(related(seen.get(0))).contains("VISIT", ledgers.toString());
        assertThat(related(ledgers.toString())).contains("ON_SITE", seen.get(0));
    }

    private String related(String finding) {
        return json(get(INSPECTOR, "/api/supervision/findings/" + finding))
                .get("related")
                .toString();
    }

    @Test
    void aPlanIsRefusedThatCannotBeKept() {
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("checklist", "no-such"))))
                .containsEntry("type", "/problems/supervision/checklist-unknown");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("endsOn", "2026-06-01"))))
                .containsEntry("type", "/problems/supervision/campaign-span-wrong");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("inspectors", List.of("nobody")))))
                .containsEntry("type", "/problems/supervision/inspector-unknown");
        assertThat(json(post(INSPECTOR, "/api/supervision/campaigns", plan("kinds", List.of("NO_KIND")))))
                .containsEntry("type", "/problems/supervision/unreadable-filter");
        assertThat(post(INSPECTOR, "/api/supervision/campaigns", plan("wanted", 0)))
                .hasStatus(422);
        var campaign = planned();
        assertThat(json(post(
                        INSPECTOR,
                        path(campaign) + "/close",
                        Map.of("conclusion", "没有去", "version", version(campaign)))))
                .containsEntry("type", "/problems/supervision/campaign-unfinished");
        var county = known(new Account("county-" + top, "县", Role.INSPECTOR, units.get(1), false));
        assertThat(json(post(county, "/api/supervision/campaigns", plan("institution", units.get(2)))))
                .containsEntry("status", 404);
    }
}
