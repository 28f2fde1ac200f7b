package org.yiti.house;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yiti.Yiti;

class ModulesTest {

    @Test
    void modulesTouchEachOtherOnlyThroughTheirFacesAndInNoCircle() {
        ApplicationModules.of(Yiti.class).verify();
    }
}
