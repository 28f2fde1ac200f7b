package org.yiti.house;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.yiti.Yiti;

class ModulesTest {

    @Test
    void modulesTouchEachOtherOnlyThroughTheirFacesAndInNoCircle() {
        // Libraries under our name, without Spring and without a face: their packages are for whoever needs them.
        ApplicationModules.of(
                        Yiti.class,
                        JavaClass.Predicates.resideInAnyPackage(
                                "org.yiti.proof..", "org.yiti.jt808..", "org.yiti.meters..", "org.yiti.detect.."))
                .verify();
    }
}
