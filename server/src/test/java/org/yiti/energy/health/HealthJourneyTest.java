package org.yiti.energy.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.energy.source.Failing;
import org.yiti.kernel.Label;

/** What the board of meters says of each that reports by itself: that it reports, is silent, is stuck, or has failed. */
class HealthJourneyTest extends Journey {

    private static UUID bureau;

    @BeforeEach
    void anInstitution() {
        if (bureau == null) {
            add("organization/divisions", Map.of("code", "970930", "name", "表况市", "level", "市级"));
            bureau = add(
                    "organization/institutions",
                    Map.of("code", "HE-1", "name", "表况局", "kind", "政府机关", "level", "市级", "divisionCode", "970930"));
        }
    }

    /** Hourly readings from so many hours ago to so many hours ago. */
    private UUID meter(String code, int from, int to, IntUnaryOperator register) {
        var id = add(
                "energy/meters",
                Map.of("code", code, "name", code, "institutionCode", "HE-1", "level", "分户", "energyKind", "电"));
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var readings = new ArrayList<Map<String, Object>>();
        for (var ago = from; ago >= to; ago--) {
            readings.add(Map.of(
                    "meter",
                    code,
                    "time",
                    now.minus(Duration.ofHours(ago))
                            .atOffset(ZoneOffset.ofHours(8))
                            .toString(),
                    "register",
                    String.valueOf(register.applyAsInt(from - ago)),
                    "unit",
                    "kWh"));
        }
        assertThat(json(post(
                        officer(bureau),
                        "/api/energy/readings",
                        Map.of("version", 1, "batch", code, "readings", readings))))
                .containsEntry("stored", from - to + 1);
        return id;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> health(UUID meter, String language) {
        var answer = http.get()
                .uri("/api/energy/health?institution=" + bureau)
                .with(as(officer(bureau)))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
        return ((List<Map<String, Object>>) json(answer).get("meters"))
                .stream()
                        .filter(one -> one.get("id").equals(meter.toString()))
                        .findFirst()
                        .orElse(Map.of());
    }

    private void becomes(UUID meter, String state) {
        Soon.soon(state, () -> health(meter, "zh").get("state"), state::equals);
    }

    @Test
    void aMeterThatReportsAndMovesIsSaidToReport() {
        becomes(meter("HE-R", 72, 0, hour -> 1000 + hour * 3), "REPORTING");
    }

    @Test
    void aMeterOfWhichNothingHasComeForMoreThanADayIsSilent() {
        var meter = meter("HE-S", 72, 0, hour -> 1000 + hour * 3);
        heard(meter, 24);
        assertThat(health(meter, "zh")).containsEntry("state", "REPORTING");
        heard(meter, 26);

        assertThat(health(meter, "zh")).containsEntry("state", "SILENT");
    }

    private void heard(UUID meter, int hoursAgo) {
        database.sql("update energy.meter_state set heard_at = now() - make_interval(hours => ?) where meter_id = ?")
                .param(hoursAgo)
                .param(meter)
                .update();
    }

    /** As the detector leaves it, which has tests of its own. */
    private void stuck(UUID meter, boolean settled) {
        database.sql("""
                        insert into energy.meter_fact (meter_id, kind, started_at, ended_at, known_at, settled, figures)
                        values (?, 'meter.stuck', now() - interval '20 hours', now(), now(), ?, '{}')
                        on conflict (meter_id, kind, about, started_at) do update set settled = excluded.settled
                        """).param(meter).param(settled).update();
    }

    @Test
    void aMeterThatTellsTheSameConsumptionHourAfterHourIsStuckUntilItMovesAgain() {
        var meter = meter("HE-T", 72, 0, hour -> 1000 + hour * 3);
        stuck(meter, false);
        assertThat(health(meter, "zh")).containsEntry("state", "STUCK");

        database.sql("update energy.meter_fact set settled = true where meter_id = ?")
                .param(meter)
                .update();
        assertThat(health(meter, "zh")).containsEntry("state", "REPORTING");
    }

    @Test
    void aMeterOfWhoseReadingsNothingCanBeMadeHasFailedAndSaysWhyInTheLanguageOfWhoeverReads() {
        var meter = meter("HE-F", 72, 0, hour -> 1000 + hour * 3);
        becomes(meter, "REPORTING");
        database.sql("update energy.meter_state set failure = ? where meter_id = ?")
                .param(Failing.kept(new Label("表计历史有误", "The history is malformed")))
                .param(meter)
                .update();

        assertThat(health(meter, "zh")).containsEntry("state", "FAILED").containsEntry("failure", "表计历史有误");
        assertThat(health(meter, "en")).containsEntry("failure", "The history is malformed");
        database.sql("update energy.meter_state set failure = '从前的话' where meter_id = ?")
                .param(meter)
                .update();
        assertThat(health(meter, "en")).containsEntry("failure", "从前的话");
    }

    @Test
    void whoHasFailedIsNotSaidToBeSilentOnly() {
        var meter = meter("HE-G", 72, 0, hour -> 1000 + hour * 3);
        heard(meter, 26);
        stuck(meter, false);
        assertThat(health(meter, "zh")).as("what is silent cannot be stuck").containsEntry("state", "SILENT");
        database.sql("update energy.meter_state set failure = 'x' where meter_id = ?")
                .param(meter)
                .update();

        assertThat(health(meter, "zh")).containsEntry("state", "FAILED");
    }
}
