package org.yiti.supervision.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;

/** Figures are made, compared, contested and answered. */
class RiskJourneyTest extends Journey {

    @Autowired
    private MakeFigures figures;

    private UUID office;

    @BeforeEach
    void sixAlikeOneOfWhichIsLate() {
        var division = id("""
                insert into organization.division (code, name, level) values ('973300', '异议市', 'CITY')
                on conflict (code) do update set name = excluded.name returning id
                """);
        for (int n = 0; n < 6; n++) {
            var unit = id("""
                    insert into organization.institution (code, name, kind, level, division_id)
                    values ('RISK-%1$s', '异议%1$s局', 'DEMOCRATIC_PARTY_ORGAN', 'TOWNSHIP', '%2$s')
                    on conflict (code) do update set name = excluded.name returning id
                    """.formatted(n, division));
            database.sql("delete from energy.consumption where institution_id = ?")
                    .param(unit)
                    .update();
            database.sql(
                            "insert into energy.consumption (institution_id, energy_kind, month, amount) values (?, 'WATER', ?, 1)")
                    .param(unit)
                    .param(LocalDate.of(2026, n == 0 ? 1 : 5, 1))
                    .update();
            office = n == 0 ? unit : office;
        }
        database.sql("delete from supervision.contest where institution_id = ?")
                .param(office)
                .update();
        figures.make(LocalDate.of(2026, 6, 30));
    }

    @Test
    void theOneThatStoppedReportingStandsAboveItsLike() {
        var groups = (List<?>) json(get(ADMINISTRATOR, "/api/supervision/figures?metric=data.days-since-consumption"))
                .get("groups");
        assertThat(groups.toString()).contains("异议0局", "median=29", "standing=100.0");
        assertThat(json(get(ADMINISTRATOR, "/api/supervision/risks/" + office)).toString())
                .contains("data.days-since-consumption", "standing=100.0");
    }

    @Test
    void whoSeesAPartIsToldTheSpreadOfAllAndTheFiguresOfTheirOwn() {
        var officer = known(officer(office));
        var told = json(get(officer, "/api/supervision/figures?metric=data.days-since-consumption"))
                .toString();
        assertThat(told).contains("异议0局", "n=6", "median=29").doesNotContain("异议1局");
    }

    @Test
    void aFigureIsContestedWithAReasonAndAnsweredBySomebodyElse() {
        var said = Map.of("metric", "data.days-since-consumption", "reason", "五月已报，系统未收");
        assertThat(post(ADMINISTRATOR, "/api/supervision/risks/" + office + "/contests", said))
                .hasStatus(200);
        assertThat(post(ADMINISTRATOR, "/api/supervision/risks/" + office + "/contests", said))
                .hasStatus(409)
                .bodyText()
                .contains("contest-open");
        var answer = Map.of("metric", "data.days-since-consumption", "upheld", true, "answer", "已补录");
        assertThat(post(ADMINISTRATOR, "/api/supervision/risks/" + office + "/answers", answer))
                .hasStatus(409)
                .bodyText()
                .contains("own-contest");
        database.sql("update supervision.contest set contested_by = 'unit-clerk' where institution_id = ?")
                .param(office)
                .update();
        assertThat(json(post(ADMINISTRATOR, "/api/supervision/risks/" + office + "/answers", answer))
                        .toString())
                .contains("五月已报，系统未收", "upheld=true", "已补录");
        assertThat(database.sql(
                                "select count(*) from safeguard.entry where action in ('figure.contested', 'figure.contest-answered')")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatAUnitHasNoFigureOfCannotBeContested() {
        assertThat(post(
                        ADMINISTRATOR,
                        "/api/supervision/risks/" + office + "/contests",
                        Map.of("metric", "no.such", "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("figure-unknown");
    }

    private UUID id(String sql) {
        return database.sql(sql).query(UUID.class).single();
    }
}
