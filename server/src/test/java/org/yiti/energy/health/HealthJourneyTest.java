package org.yiti.energy.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.energy.facts.MeterFolding;
import org.yiti.energy.source.Failing;
import org.yiti.kernel.Label;

/** What the board of meters says of each that reports by itself: that it reports, is silent, is stuck, or has failed. */
class HealthJourneyTest extends Journey {

    private static UUID bureau;

    @Autowired
    private DataSource source;

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
        Soon.soon(
                state,
                () -> {
                    // the crew that makes facts rests in journeys
                    new MeterFolding(source, Instant.now()).fold();
                    return health(meter, "zh").get("state");
                },
                state::equals);
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

    @Test
    void aMeterThatTellsLateWhatItMeasuredDaysAgoIsSilentAsWell() {
        becomes(meter("HE-L", 24 * 20, 24 * 3, hour -> 1000 + hour * 3), "SILENT");
    }

    @Test
    void aMeterThatTellsTheSameConsumptionHourAfterHourIsStuck() {
        var chance = new Random(7);
        var registers = new int[24 * 50 + 1];
        registers[0] = 1000;
        for (var hour = 1; hour < registers.length; hour++) {
            registers[hour] = registers[hour - 1] + (hour < 24 * 40 ? 1 + chance.nextInt(60) : 17);
        }

        becomes(meter("HE-T", 24 * 50, 0, hour -> registers[hour]), "STUCK");
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
        assertThat(health(meter, "zh")).containsEntry("state", "SILENT");
        database.sql("update energy.meter_state set failure = 'x' where meter_id = ?")
                .param(meter)
                .update();

        assertThat(health(meter, "zh")).containsEntry("state", "FAILED");
    }
}
