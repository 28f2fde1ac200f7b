package org.yiti.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Account;
import org.yiti.identity.Needs;
import org.yiti.identity.Open;
import org.yiti.identity.Own;
import org.yiti.identity.Role;

@AnalyzeClasses(packages = "org.yiti", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @ArchTest
    static final ArchRule capabilities_inside_a_module_form_no_circle =
            slices().matching("org.yiti.(*).(*)..").should().beFreeOfCycles();

    /** A capability that is too large for one package has some inside it, and they are held to the same. */
    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("org.yiti.(*).(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllers_are_nobodys_business =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule no_class_is_named_for_forwarding = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("VO")
            .orShould()
            .haveSimpleNameEndingWith("DO")
            .orShould()
            .haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** An account made in code has the rights of its role where it works, whatever it was granted: that is for tests. */
    @ArchTest
    static final ArchRule rights_come_from_grants = noClasses()
            .should()
            .callConstructor(Account.class, String.class, String.class, Role.class, UUID.class, boolean.class);

    @ArchTest
    static final ArchRule every_endpoint_says_what_it_needs =
            methods().that(areEndpoints()).should(sayWhatTheyNeed());

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.getOwner().isAnnotatedWith(RestController.class)
                        && AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class));
    }

    private static ArchCondition<JavaMethod> sayWhatTheyNeed() {
        return new ArchCondition<>("say what they need") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass owner = method.getOwner();
                if (!method.isAnnotatedWith(Needs.class)
                        && !method.isAnnotatedWith(Open.class)
                        && !method.isAnnotatedWith(Own.class)
                        && !owner.isAnnotatedWith(Needs.class)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " says neither @Needs nor @Own nor @Open"));
                }
            }
        };
    }
}
