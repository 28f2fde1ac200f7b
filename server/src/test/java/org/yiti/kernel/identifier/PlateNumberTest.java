package org.yiti.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.kernel.identifier.PlateNumber.Kind;

class PlateNumberTest {

    @ParameterizedTest
    @CsvSource({
        "京A12345, ORDINARY",
        "粤B1A2B3, ORDINARY",
        "粤BD12345, NEW_ENERGY_SMALL",
        "沪AF1234F, ",
        "浙AAA1234, NEW_ENERGY_SMALL",
        "京A12345D, NEW_ENERGY_LARGE",
        "京O12345, FORMER_OFFICIAL",
        "京A1234警, POLICE",
        "苏A1234学, TRAINING",
        "鲁B1234挂, TRAILER",
        "川A1234试, TRIAL",
        "川A1234超, OVERSIZE",
        "京X1234应急, EMERGENCY_RESCUE",
        "粤Z1234港, HONG_KONG_MACAO",
        "粤Z1234澳, HONG_KONG_MACAO",
        "使012345, EMBASSY",
        "沪A1234领, CONSULATE",
        "WJ京1234X, ARMED_POLICE",
        "VA12345, MILITARY"
    })
    void theFormOfAPlateTellsItsKind(String plate, Kind kind) {
        assertThat(PlateNumber.of(plate).kind().orElse(null)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"京A·12345", "京a 12345", "京Ａ－１２３４５", " 京A.12345", "京A—12345", "京A • 12345"})
    void dotsSpacesDashesWidthAndCaseDoNotMatter(String text) {
        assertThat(PlateNumber.of(text).value()).isEqualTo("京A12345");
    }

    @ParameterizedTest
    @CsvSource({"京A1O345, 京A10345", "京AI2345, 京A12345", "粤BD1234O, 粤BD12340", "京8O2345, 京B02345"})
    void lettersOAndIAreOnlySuggestedAsDigitsNeverChanged(String text, String suggestion) {
        var plate = PlateNumber.of(text);
        assertThat(plate.value()).isEqualTo(text);
        assertThat(plate.kind()).isEmpty();
        assertThat(plate.suggestions()).contains(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "京", "京A", "京A1234", "京A1234567", "台A12345", "无牌", "京I12345"})
    void whatIsNoPlateIsNotClassified(String text) {
        assertThat(PlateNumber.of(text).kind()).isEmpty();
    }

    @Test
    void aNewEnergyPlateTellsWhetherTheVehicleRunsOnABatteryAlone() {
        assertThat(PlateNumber.of("粤BD12345").batteryElectric()).contains(true);
        assertThat(PlateNumber.of("粤BF12345").batteryElectric()).contains(false);
        assertThat(PlateNumber.of("京A12345A").batteryElectric()).contains(true);
        assertThat(PlateNumber.of("京A12345").batteryElectric()).isEmpty();
    }
}
