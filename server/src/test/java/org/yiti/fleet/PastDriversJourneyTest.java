package org.yiti.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;

/** For whom a driver drove before, and with which licence. */
class PastDriversJourneyTest extends Journey {

    private static boolean ready;
    private static int last;

    @BeforeEach
    void aCity() {
        if (ready) {
            return;
        }
        ready = true;
        add("organization/divisions", Map.of("code", "983400", "name", "驾驶市", "level", "市级"));
        for (var code : List.of("PD-1", "PD-2")) {
            add(
                    "organization/institutions",
                    Map.of(
                            "code",
                            code,
                            "name",
                            "驾驶市" + code,
                            "kind",
                            "政府机关",
                            "level",
                            "市级",
                            "divisionCode",
                            "983400"));
        }
    }

    private UUID driver() {
        return add(
                "fleet/drivers",
                Map.of(
                        "code",
                        "PD-D" + ++last,
                        "name",
                        "钱师傅",
                        "institutionCode",
                        "PD-1",
                        "licenceClass",
                        "C1",
                        "licenceExpiresOn",
                        "2024-03-31",
                        "since",
                        "2018-01-01"));
    }

    private void changed(UUID driver, Map<String, ?> cells) {
        assertThat(patch(ADMINISTRATOR, "/api/fleet/drivers/" + driver, cells)).hasStatusOk();
    }

    private List<String> past(UUID driver) {
        return items(get(ADMINISTRATOR, "/api/fleet/driver-pasts?driverId=" + driver + "&sort=-endsOn")).stream()
                .map(row -> row.get("institutionCode") + " " + row.get("licenceClass") + " "
                        + row.get("licenceExpiresOn") + " " + row.get("startsOn") + " " + row.get("endsOn"))
                .toList();
    }

    @Test
    void areKeptWithTheLicenceTheyHadThen() {
        var driver = driver();

        changed(driver, Map.of("version", 1, "licenceExpiresOn", "2030-05-09", "since", "2024-05-10"));
        changed(driver, Map.of("version", 2, "institutionCode", "PD-2", "licenceClass", "A1", "since", "2025-07-01"));

        assertThat(past(driver))
                .containsExactly(
                        "PD-1 C1 2030-05-09 2024-05-10 2025-06-30", "PD-1 C1 2024-03-31 2018-01-01 2024-05-09");
    }

    @Test
    void areNotKeptOfASlipNorOfANewTelephone() {
        var driver = driver();

        changed(driver, Map.of("version", 1, "phone", "13000000000"));
        changed(driver, Map.of("version", 2, "licenceClass", "B1", "since", "2018-01-01"));

        assertThat(past(driver)).isEmpty();
    }

    @Test
    void goWithTheDriver() {
        var driver = driver();
        changed(driver, Map.of("version", 1, "institutionCode", "PD-2", "since", "2025-07-01"));

        assertThat(delete(ADMINISTRATOR, "/api/fleet/drivers/" + driver + "?version=2"))
                .hasStatus(204);

        assertThat(past(driver)).isEmpty();
    }
}
