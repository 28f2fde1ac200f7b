package org.yiti.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways by which a value from outside becomes something that runs: none of them is in the house, and where SQL is put
 * together of parts, somebody has looked at the parts. (ASVS 5.0 1.2.4, 1.2.5, 1.3.2, 1.3.6, 1.5.1, 1.5.2, 11.3.1, 11.4.1)
 */
@AnalyzeClasses(packages = "org.yiti", importOptions = ImportOption.DoNotIncludeTests.class)
class OutsideValuesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/yiti");

    @ArchTest
    static final ArchRule no_program_is_started = noClasses()
            .that(areNot("org.yiti.kernel.database.Postmaster"))
            .should()
            .callConstructor(ProcessBuilder.class, String[].class)
            .orShould()
            .callConstructor(ProcessBuilder.class, List.class)
            .orShould()
            .callMethodWhere(called(Runtime.class, "exec"));

    @ArchTest
    static final ArchRule no_object_is_read_from_bytes = noClasses()
            .that(areNot("org.yiti.safeguard.retention.Periods")) // files of its own jar
            .and(areNot("org.yiti.law.GuardedFacts"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.beans.XMLDecoder")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("com.thoughtworks.xstream..")
            .orShould()
            .callMethodWhere(describe(
                    "YAML is made objects of",
                    (JavaMethodCall call) -> call.getTargetOwner().getName().equals("org.yaml.snakeyaml.Yaml")
                            && call.getName().startsWith("load")));

    @ArchTest
    static final ArchRule no_type_is_chosen_by_what_is_read = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleName("JsonTypeInfo")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("PolymorphicTypeValidator")
            .orShould()
            .callMethodWhere(called(Class.class, "forName"));

    @ArchTest
    static final ArchRule nothing_that_is_read_is_run = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.expression..")
                    .or(resideInAPackage("javax.script.."))
                    .or(resideInAPackage("javax.naming..")));

    @ArchTest
    static final ArchRule xml_is_read_in_one_place_that_follows_nothing = noClasses()
            .that(areNot("org.yiti.workbook.file.PartHandler"))
            .and(areNot("org.yiti.meters.mohurd.Xml"))
            .should()
            .dependOnClassesThat(describe("make readers of XML", OutsideValuesTest::readsXml));

    /**
     * Spoken to are the identity provider and the devices in networks that whoever runs the server has named, and, by a
     * start that prepares its archive, itself; collectors call by themselves. What people subscribed to goes to hosts that
     * whoever runs the server has named ({@code AllowedHosts}).
     */
    @ArchTest
    static final ArchRule the_server_calls_nobody = noClasses()
            .that(areNot("org.yiti.Prepare"))
            .and()
            .resideOutsideOfPackages(
                    "org.yiti.identity.provider..",
                    "org.yiti.energy.polling..",
                    "org.yiti.energy.collector..",
                    "org.yiti.supervision.subscriptions..")
            .should()
            .dependOnClassesThat(describe("call other servers", OutsideValuesTest::callsOut))
            .orShould()
            .callMethodWhere(called(URL.class, "openConnection"))
            .orShould()
            .callMethodWhere(called(URL.class, "openStream"));

    /** Whose addresses stand in the settings. */
    @ArchTest
    static final ArchRule brokers_are_spoken_to_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("org.yiti.energy.mqtt..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.hivemq.."));

    @ArchTest
    static final ArchRule no_secret_is_drawn_from_a_predictable_chance = noClasses()
            .that()
            .resideOutsideOfPackage("org.yiti.demonstration..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callMethodWhere(called(Math.class, "random"));

    private static boolean readsXml(JavaClass type) {
        var name = type.getName();
        return (name.startsWith("javax.xml.") && name.endsWith("Factory"))
                || name.startsWith("org.w3c.dom.")
                || name.equals("org.xml.sax.XMLReader");
    }

    private static boolean callsOut(JavaClass type) {
        return Set.of(
                                "java.net.URLConnection",
                                "java.net.Socket",
                                "java.net.http.HttpClient",
                                "java.nio.channels.SocketChannel")
                        .contains(type.getName())
                || type.getName().matches("org\\.springframework\\.web\\..*(RestClient|RestTemplate|WebClient)");
    }

    private static DescribedPredicate<JavaClass> areNot(String name) {
        return describe("are not " + name, type -> !type.getName().equals(name));
    }

    private static DescribedPredicate<JavaAccess<?>> calledAccess(Class<?> owner, String name) {
        return describe(
                owner.getSimpleName() + "." + name + " is called",
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getTarget().getName().equals(name));
    }

    private static DescribedPredicate<? super JavaMethodCall> called(Class<?> owner, String name) {
        return calledAccess(owner, name);
    }

    /** Broken or weak by now; and the modes that show or let change what they hide. */
    private static final Pattern WEAK =
            Pattern.compile("\"(MD[245]|SHA-?1|DES|DESede|RC4|[A-Z0-9]+/ECB/.*|RSA/.*/PKCS1Padding)\"");

    @ArchTest
    static void no_weak_cipher_or_digest_is_named(JavaClasses ignored) throws IOException {
        // lists of breached passwords have them as SHA-1, which protects nothing there
        assertThat(sources()
                        .filter(file -> WEAK.matcher(text(file)).find())
                        .filter(file -> !file.endsWith("KnownBreaches.java")))
                .isEmpty();
    }

    private static final String KEYWORD =
            "\\b(select|insert into|update [a-z]|delete from|where|order by| from |union all|join|drop table|analyze| limit )\\b";
    private static final Pattern PUT_TOGETHER = Pattern.compile(
            "\"((?:[^\"\\\\\\n]|\\\\.)*" + KEYWORD + "(?:[^\"\\\\\\n]|\\\\.)*)\"\\s*\\+\\s*(?![\"\\s])"
                    + "|[^\"\\s]\\s*\\+\\s*\"((?:[^\"\\\\\\n]|\\\\.)*" + KEYWORD + "(?:[^\"\\\\\\n]|\\\\.)*)\""
                    + "|\"\"\"(?:(?!\"\"\").)*" + KEYWORD + "(?:(?!\"\"\").)*\"\"\"\\s*\\.formatted\\(",
            Pattern.DOTALL);

    /**
     * Where SQL is put together, the parts are names of tables and columns that our own declarations give, conditions
     * that stand in the source, or numbers we counted; each value is bound. A file that is new here has been looked at
     * with that in mind before its name is added.
     */
    private static final Set<String> LOOKED_AT = Set.of(
            // parts that stand in the source of the same file
            "energy/curves/CurveQueries.java",
            "identity/AccountDirectory.java",
            "identity/account/AssignSuccessor.java",
            "identity/account/ChoiceController.java",
            "supervision/findings/TakeStep.java",
            "identity/account/AccountQueries.java",
            "identity/factor/Factors.java",
            "identity/signin/Accounts.java",
            "identity/session/Sessions.java",
            "identity/session/OwnSessions.java",
            "ledger/paper/Papers.java",
            "safeguard/audit/AuditFilter.java",
            "safeguard/audit/AuditQueries.java",
            "safeguard/audit/LogStore.java",
            "supervision/campaigns/CampaignQueries.java",
            "supervision/campaigns/plan/Campaigns.java",
            "supervision/campaigns/visits/Visits.java",
            "supervision/campaigns/visits/VisitLines.java",
            "supervision/cases/handling/Candidates.java",
            "supervision/cases/file/CaseFiles.java",
            "supervision/cases/CaseQueries.java",
            "supervision/cases/file/FindingsOfCase.java",
            "supervision/cases/handling/WatchCases.java",
            "supervision/findings/CalledFindings.java",
            "supervision/findings/FindingFilter.java",
            "supervision/findings/FindingOrder.java",
            "supervision/findings/FindingQueries.java",
            "supervision/figures/RiskQueries.java",
            "supervision/judging/Settlement.java",
            "supervision/reminders/Reminders.java",
            "supervision/suspicion/SuspicionQueries.java",
            "workbook/imports/ImportProblems.java",
            "workbook/imports/OldFiles.java",
            // tables that modules name in their source
            "identity/grant/GrantQueries.java",
            "identity/grant/HolderQueries.java",
            "ledger/checking/ChoiceSql.java",
            "ledger/checking/NamedSql.java",
            "ledger/checking/ResolveSql.java",
            "ledger/reorganization/OwnNumbers.java",
            "kernel/Landing.java",
            "kernel/MonthParts.java",
            "kernel/database/ServerAccount.java",
            "assets/RequestLedger.java",
            "safeguard/aside/LookOnShelf.java",
            "safeguard/release/SecondPerson.java",
            "kernel/stream/KeptFacts.java",
            "kernel/file/Chunks.java",
            "safeguard/cipher/RotateFiles.java",
            "safeguard/audit/ChangesOfTransaction.java",
            // numbers, as COPY takes no parameters
            "safeguard/audit/SealLate.java",
            "safeguard/audit/WriteEntries.java",
            // parts of the table of positions, as the catalogue calls them
            "telemetry/facts/OldTracks.java",
            // ids of rules and parameters, which the loading of rules/ checks the form of
            "law/book/ParameterTables.java",
            "supervision/judging/Judge.java",
            "supervision/laboratory/AskAside.java",
            "law/book/Proposals.java",
            "supervision/figures/FiguresNow.java",
            // a sentence, no SQL
            "law/book/TighterOnly.java",
            // the source's own tables and conditions
            "supervision/laboratory/Trials.java",
            "supervision/laboratory/TrialHits.java",
            "supervision/laboratory/RunTrial.java",
            // relations and columns of the catalogue
            "law/book/CaseBench.java",
            // tables and columns of declared ledgers; and staging tables named by a generated id
            "kernel/ledger/Check.java",
            "kernel/ledger/Past.java",
            "ledger/LedgerSql.java",
            "ledger/amending/AmendLedger.java",
            "ledger/checking/FlowSql.java",
            "ledger/checking/LookupSql.java",
            "ledger/checking/MergeSql.java",
            "ledger/checking/SealedRows.java",
            "ledger/checking/Stage.java",
            "ledger/checking/StageFindings.java",
            "ledger/checking/StageSql.java",
            "ledger/checking/TreeSql.java",
            "ledger/listing/Order.java",
            "ledger/listing/RowQuery.java",
            "ledger/listing/Rows.java",
            "ledger/object/DestroySealed.java",
            "ledger/object/LifeLineQueries.java",
            "ledger/reorganization/MergeStatements.java",
            "ledger/reorganization/Outcomes.java",
            "ledger/reorganization/Rehome.java",
            "ledger/reorganization/ReorganizationQueries.java",
            "ledger/reorganization/Reorganizations.java",
            "ledger/reorganization/Told.java",
            "ledger/reorganization/TakenBack.java",
            "ledger/TakeBack.java",
            "ledger/Overwritten.java",
            "safeguard/cipher/AllSealed.java",
            "safeguard/cipher/RotateKeys.java",
            "safeguard/cipher/SealedPlace.java",
            "workbook/exports/ExportRequests.java",
            "workbook/imports/Stages.java",
            "workbook/imports/UndoBlockers.java");

    @ArchTest
    static void sql_is_put_together_only_where_somebody_has_looked(JavaClasses ignored) throws IOException {
        var found = sources()
                .filter(file -> !file.startsWith(SOURCES.resolve("demonstration")))
                .filter(file -> PUT_TOGETHER.matcher(text(file)).find())
                .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(new TreeSet<>(LOOKED_AT));
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith(".java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
