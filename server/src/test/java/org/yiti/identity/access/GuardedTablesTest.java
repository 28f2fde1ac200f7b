package org.yiti.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** What the catalogue of a migrated database says of tables, views, functions and roles, so that nothing new is forgotten. */
class GuardedTablesTest {

    private static final JdbcClient OWNER = TestDatabase.fresh().jdbc();

    @Test
    void everyTableIsForced() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                                   and not (c.relrowsecurity and c.relforcerowsecurity)
                                """).query(String.class).list())
                .as("tables without forced row-level security; call kernel.guard_ledger, guard_open or guard_part")
                .containsExactly("flyway_schema_history"); // the migrations' own; no role may read it
    }

    @Test
    void everyTableIsSeenBySomebodyByAPolicy() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c
                                 where c.relrowsecurity and not c.relispartition
                                   and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'sees_its_part')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void whatIsEveryonesIsAShortList() {
        assertThat(OWNER.sql("""
                                select polrelid::regclass::text from pg_policy
                                 where polname = 'sees_its_part' and pg_get_expr(polqual, polrelid) = 'true'
                                   and polrelid::regclass::text !~ '^(law|calendar|identity|kernel|safeguard|demonstration)\\.'
                                 order by 1
                                """).query(String.class).list())
                .as("docs/operate/row-security.md gives the reason for each")
                .containsExactly(
                        "ledger.paper",
                        "ledger.paper_chunk",
                        "ledger.problem",
                        "organization.below",
                        "organization.division",
                        "organization.division_past",
                        "supervision.own_rule",
                        "supervision.peer_group",
                        "supervision.pending_judgement",
                        "supervision.rule",
                        "supervision.rule_version",
                        "supervision.scoring",
                        "supervision.sweep",
                        "supervision.sweep_result",
                        "supervision.trial",
                        "supervision.trial_day");
    }

    @Test
    void noViewButAFactShowsWhatItsOwnerSees() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                 where (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false))
                                   and n.nspname not in ('facts', 'pg_catalog', 'information_schema')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void whoeverActsWithinAPartReadsNoFactsOfInstitutions() {
        assertThat(OWNER.sql("""
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                 where c.relnamespace = 'facts'::regnamespace and a.attname in ('institution_id', 'meter_id', 'person_id')
                                   and has_table_privilege('yiti_scoped', c.oid, 'select')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void fewFunctionsRunAsTheOwner() {
        assertThat(OWNER.sql("""
                                select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                                 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                                """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "lifeline.record",
                        "lifeline.keep_past",
                        "energy.sum_up_days",
                        "energy.note_changed_days",
                        "fleet.keep_track_of_trips",
                        "fleet.keep_track_of_fuel",
                        "fleet.keep_track_of_parking",
                        "fleet.keep_track_of_orders",
                        // trips that terminals saw, beside those that people entered
                        "fleet.take_trips",
                        "fleet.yield_to_entered",
                        "telemetry.keep_fittings",
                        "organization.keep_below",
                        // subscribers are told of what somebody did who does not see them
                        "supervision.tell_subscribers",
                        "supervision.tell_case_event",
                        "supervision.tell_finding_event",
                        "supervision.tell_package",
                        // who uses what, kept whoever acts
                        "organization.keep_uses",
                        "premises.keep_uses_of_occupants",
                        // what only an owner may do, and the house has to: called by nobody else
                        "kernel.learn",
                        "telemetry.make_month",
                        "telemetry.give_back",
                        "telemetry.drop_month",
                        "energy.make_month",
                        "supervision.forget_unjudged");
    }

    @Test
    void whatOnlyAnOwnerMayDoIsDoneForTheHouseAndNobodyWhoActs() {
        assertThat(OWNER.sql("""
                                select p.oid::regproc || ' ' || r.rolname from pg_proc p, pg_roles r
                                 where p.prosecdef and p.prorettype <> 'trigger'::regtype and not p.proretset
                                   and r.rolname in ('yiti_scoped', 'yiti_sees_all', 'yiti_all', 'rule_reader')
                                   and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                                   and has_function_privilege(r.rolname, p.oid, 'execute')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void theHouseOwnsNothingButWhatItMakesItself() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
                                 where r.rolname = 'yiti_house' and c.relkind in ('r', 'p', 'v', 'S')
                                   and c.relnamespace not in ('ledger'::regnamespace, 'facts'::regnamespace)
                                """).query(String.class).list()).isEmpty();
        assertThat(OWNER.sql("""
                                select p.oid::regproc::text from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'yiti_house'
                                """).query(String.class).list()).isEmpty();
    }

    /** A table that is added is the house's as well, or the first start with it breaks. */
    @Test
    void theHouseReadsAndWritesEveryTableButTheLogAndTheLifeLine() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c
                                 where c.relrowsecurity and not c.relispartition
                                   and not (has_table_privilege('yiti_house', c.oid, 'select') and has_table_privilege('yiti_house', c.oid, 'insert')
                                            and has_table_privilege('yiti_house', c.oid, 'update') and has_table_privilege('yiti_house', c.oid, 'delete'))
                                 order by 1
                                """).query(String.class).list())
                .containsExactly(
                        "lifeline.change",
                        "safeguard.checkpoint",
                        "safeguard.entry",
                        "safeguard.head",
                        "safeguard.tile",
                        "safeguard.verifier_key",
                        "safeguard.watch");
    }

    @Test
    void theRolesHaveNoPowersOfTheirOwn() {
        assertThat(OWNER.sql("""
                                select rolname from pg_roles where rolname in ('yiti_scoped', 'yiti_sees_all', 'yiti_all', 'yiti_house')
                                   and not (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)
                                """).query(String.class).list()).hasSize(4);
    }

    @Test
    void nobodyWhoActsWritesTheLogTheLifeLineTheLawOrTheCalendar() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass || ' ' || r.rolname from pg_class c, pg_roles r
                                 where c.relkind in ('r', 'p') and r.rolname in ('yiti_scoped', 'yiti_sees_all', 'yiti_all')
                                   and c.relnamespace in ('safeguard'::regnamespace, 'lifeline'::regnamespace, 'law'::regnamespace, 'calendar'::regnamespace)
                                   and has_table_privilege(r.rolname, c.oid, 'insert, update, delete, truncate, references, trigger')
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void nobodyWhoActsMayEmptyOrReferToATable() {
        assertThat(OWNER.sql("""
                                select c.oid::regclass::text from pg_class c, pg_roles r
                                 where c.relkind in ('r', 'p') and r.rolname in ('yiti_scoped', 'yiti_sees_all', 'yiti_all')
                                   and has_table_privilege(r.rolname, c.oid, 'truncate, references, trigger')
                                """).query(String.class).list()).isEmpty();
    }

    /** Whoever reads the page must find every place that asks as the house. */
    @Test
    void everyUseOfUnscopedIsToldOf() throws IOException {
        var told = Files.readString(Path.of("../docs/operate/row-security.md"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(GuardedTablesTest::asksAsTheHouse))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(told)
                            .contains("`" + file.getFileName().toString().replace(".java", "") + "`"));
        }
    }

    private static boolean asksAsTheHouse(Path file) {
        try {
            return Files.readString(file).matches("(?s).*Unscoped\\.(because|run)\\(.*");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
