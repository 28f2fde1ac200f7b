package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts whose password everybody knows are not shown to others by a default. */
class ShownBeyondTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
    void whoHasNotSaidSoShowsNoDemonstrationToOthers(String address) {
        assertThatThrownBy(() -> LoadDemonstration.refuseBeyondThisMachine("", address))
                .hasMessageContaining("YITI_DEMONSTRATION=true");
        assertThatCode(() -> LoadDemonstration.refuseBeyondThisMachine("true", address))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", ""})
    void onThisMachineItIsWhatANewcomerSees(String address) {
        assertThatCode(() -> LoadDemonstration.refuseBeyondThisMachine("", address))
                .doesNotThrowAnyException();
    }

    @Test
    void anAddressThatIsNoneIsSaid() {
        assertThatThrownBy(() -> LoadDemonstration.refuseBeyondThisMachine("", "no such host.invalid"))
                .hasMessageContaining("no such host");
    }
}
