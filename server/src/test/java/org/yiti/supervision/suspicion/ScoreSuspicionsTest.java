package org.yiti.supervision.suspicion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.law.LawBook;
import org.yiti.law.book.LoadedLaw;
import org.yiti.supervision.rulebook.LoadedRulebook;

class ScoreSuspicionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LawBook LAW = LoadedLaw.into(DATABASE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T01:00:00Z"), ZoneOffset.UTC);

    private final DataSource source = DATABASE.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final ScoreSuspicions scoring =
            new ScoreSuspicions(LAW, jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), CLOCK);

    private UUID bureau;
    private UUID car;
    private UUID other;

    @BeforeEach
    void aBureauWithTwoCars() {
        jdbc.sql(
                        "truncate organization.division, supervision.rule, supervision.contribution, supervision.suspicion, fleet.vehicle cascade")
                .update();
        var division = id(
                "insert into organization.division (code, name, level) values ('330000', '浙江省', 'PROVINCE') returning id");
        bureau = id(
                "insert into organization.institution (code, name, kind, level, division_id) values ('A1', '某局', 'GOVERNMENT_ORGAN', 'CITY', '"
                        + division + "') returning id");
        car = vehicle("浙A10001");
        other = vehicle("浙A10002");
        LAW.resolve();
        LoadedRulebook.into(DATABASE, LAW, CLOCK);
    }

    @Test
    void severalRulesAboutOneTripAreOneFactByTheStrongest() {
        found("fleet.off-hours-use", car, "2026-05-02 20:00:00", "NEW", true);
        found("fleet.trip-without-order", car, "2026-05-02 20:00:00", "NEW", true);
        found("fleet.holiday-use", car, "2026-05-02 20:00:00", "NEW", true);
        scoring.score(DAY);
        assertThat(score("vehicle", car)).isEqualByComparingTo("0.3");
        assertThat(jdbc.sql("select records from supervision.suspicion where kind = 'vehicle'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void recordsOfOneKindSayNoMoreTogetherThanTheCapOfTheirKind() {
        for (int hour = 10; hour < 22; hour++) {
            found("fleet.holiday-use", car, "2026-05-02 " + hour + ":00:00", "NEW", true);
        }
        scoring.score(DAY);
        assertThat(score("vehicle", car)).isEqualByComparingTo("0.7");
    }

    @Test
    void kindsOfEvidenceAreIndependentWitnesses() {
        found("fleet.holiday-use", car, "2026-05-02 20:00:00", "NEW", true);
        found("fleet.card-away-from-vehicle", car, "2026-05-03 20:00:00 x", "NEW", true);
        scoring.score(DAY);
        assertThat(score("vehicle", car)).isEqualByComparingTo("0.65");
    }

    @Test
    void aUnitIsExpectedToHaveAsManyAsItsVehiclesAddUpTo() {
        found("fleet.holiday-use", car, "2026-05-02 20:00:00", "NEW", true);
        found("fleet.card-away-from-vehicle", other, "2026-05-03 20:00:00 x", "NEW", true);
        scoring.score(DAY);
        assertThat(score("institution", bureau)).isEqualByComparingTo("0.8");
    }

    @Test
    void whatWasDismissedOrMendedOrIsOldSpeaksAgainstNobody() {
        found("fleet.holiday-use", car, "2026-05-02 20:00:00", "DISMISSED", true);
        found("fleet.holiday-use", car, "2026-05-03 20:00:00", "MENDED", false);
        found("fleet.holiday-use", car, "2025-06-30 20:00:00", "NEW", true);
        scoring.score(DAY);
        assertThat(jdbc.sql("select count(*) from supervision.suspicion")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoWasToDriveByTheOrderIsWhomTheTripSpeaksAgainst() {
        var driver = id("insert into fleet.driver (institution_id, code, name) values ('" + bureau
                + "', 'D1', '王五') returning id");
        jdbc.sql("""
                insert into fleet.dispatch_order (institution_id, order_no, vehicle_id, driver_id, purpose, destination, planned_start, planned_end)
                values (:bureau, 'O1', :car, :driver, '会议', '某地', '2026-05-02 19:50+08', '2026-05-02 22:00+08')
                """)
                .param("bureau", bureau)
                .param("car", car)
                .param("driver", driver)
                .update();
        found("fleet.off-hours-use", car, "2026-05-02 19:40:00", "NEW", true);
        scoring.score(DAY);
        assertThat(score("driver", driver)).isEqualByComparingTo("0.15");
    }

    @Test
    void scoringTwiceIsAsScoringOnce() {
        found("fleet.holiday-use", car, "2026-05-02 20:00:00", "NEW", true);
        scoring.score(DAY);
        scoring.score(DAY);
        assertThat(jdbc.sql("select count(*) from supervision.contribution")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private BigDecimal score(String kind, UUID subject) {
        return jdbc.sql("select score from supervision.suspicion where kind = :kind and subject_id = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .query(BigDecimal.class)
                .single();
    }

    private void found(String rule, UUID vehicle, String episode, String state, boolean present) {
        jdbc.sql("""
                insert into supervision.finding (number, rule_id, rule_hash, subject_kind, subject_id, subject_title, institution_id, episode, severity,
                       state, facts, evidence, parameters, fingerprint, present, first_seen, last_seen, due_on)
                values (supervision.next_finding_number(:day), :rule, '', 'vehicle', :vehicle, '浙A', :bureau, :episode, 'SUSPICION', :state,
                        '{}', '[]', '[]', '', :present, :day, :day, :day)
                """)
                .param("day", DAY)
                .param("rule", rule)
                .param("vehicle", vehicle)
                .param("bureau", bureau)
                .param("episode", episode)
                .param("state", state)
                .param("present", present)
                .update();
    }

    private UUID vehicle(String plate) {
        return id("""
                insert into fleet.vehicle (institution_id, plate, type, body, energy, brand_model, acquisition, status, mark_status)
                values ('%s', '%s', 'OTHER', 'SEDAN', 'PETROL', 'x', 'PURCHASED', 'IN_USE', 'MARKED') returning id
                """.formatted(bureau, plate));
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
