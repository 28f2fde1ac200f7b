package org.yiti.house;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yiti.Yiti;

class ModulesTest {

    @Test
    void modulesTouchEachOtherOnlyThroughTheirFacesAndInNoCircle() {
        // A library under our name, without Spring and without a face: its packages are for whoever needs them.
        ApplicationModules.of(Yiti.class, JavaClass.Predicates.resideInAPackage("org.yiti.proof.."))
                .verify();
    }
}
