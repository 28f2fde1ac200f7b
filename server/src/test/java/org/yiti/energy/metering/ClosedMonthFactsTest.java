package org.yiti.energy.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiti.kernel.ledger.LedgerChanged;

/** What a closed month came to is what rules are told of it, corrections included; what people entered stands. */
class ClosedMonthFactsTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final Metering metering = new Metering();

    @BeforeEach
    void anOctober() {
        var meter = metering.meter("Z");
        metering.bring(
                metering.shows(meter, "2026-09-30T15:00:00Z", "100.00"),
                metering.shows(meter, "2026-10-20T00:00:00Z", "300.00"),
                metering.shows(meter, "2026-10-31T17:00:00Z", "450.00"));
    }

    private void close() {
        metering.inTransaction(() -> {
            metering.database
                    .sql("insert into energy.closed_month values (?, ?, now(), 'somebody')")
                    .params(metering.institution, OCTOBER)
                    .update();
            return metering.months.book(metering.institution, OCTOBER);
        });
    }

    private List<String> told() {
        return metering.database
                .sql(
                        "select energy_kind || ' ' || month || ' ' || round(amount) || ' ' || (building_id is null) from facts.consumption")
                .query(String.class)
                .list();
    }

    @Test
    void aMonthThatIsNotClosedIsNoConsumption() {
        assertThat(told()).isEmpty();
    }

    @Test
    void aClosedMonthIsConsumptionAndIsJudged() {
        metering.told.clear();
        close();

        assertThat(told()).containsExactly("ELECTRICITY 2026-10-01 349 true");
        assertThat(metering.told)
                .containsExactly(new LedgerChanged("energy.consumption", Set.of(metering.institution)));
    }

    @Test
    void aCorrectionIsTheMonthsFigureFromThenOn() {
        close();
        var meter = metering.database
                .sql("select id from energy.meter")
                .query(UUID.class)
                .single();
        metering.told.clear();

        metering.bring(metering.shows(meter, "2026-10-31T17:00:00Z", "550.00"));

        assertThat(told()).containsExactly("ELECTRICITY 2026-10-01 449 true");
        assertThat(metering.told).contains(new LedgerChanged("energy.consumption", Set.of(metering.institution)));
    }

    @Test
    void whatPeopleEnteredStands() {
        close();
        metering.database
                .sql(
                        "insert into energy.consumption (institution_id, energy_kind, month, amount) values (?, 'ELECTRICITY', ?, 500)")
                .params(metering.institution, OCTOBER)
                .update();

        assertThat(told()).containsExactly("ELECTRICITY 2026-10-01 500 true");
    }

    @Test
    void aMainMeterOfWhichTheMonthIsNotKnownLeavesItUntold() {
        metering.meter("Y");
        close();

        assertThat(told()).isEmpty();
    }

    private UUID handedOver(String on) {
        var another = UUID.randomUUID();
        metering.database
                .sql("update energy.meter set institution_id = ?, since = ?::date")
                .params(another, on)
                .update();
        return another;
    }

    private void close(UUID institution) {
        metering.inTransaction(() -> {
            metering.database
                    .sql("insert into energy.closed_month values (?, ?, now(), 'somebody')")
                    .params(institution, OCTOBER)
                    .update();
            return metering.months.book(institution, OCTOBER);
        });
    }

    private List<UUID> consumers() {
        return metering.database
                .sql("select institution_id from facts.consumption")
                .query(UUID.class)
                .list();
    }

    @Test
    void aMeterThatIsHandedOverTakesNoMonthAlong() {
        close();

        close(handedOver("2026-11-10"));

        assertThat(consumers()).containsExactly(metering.institution);
    }

    @Test
    void aMonthIsTheirsWhoseTheMeterWasAtItsEndThoughItIsClosedLater() {
        var another = handedOver("2026-11-10");

        close(another);
        assertThat(consumers()).isEmpty();
        close();

        assertThat(consumers()).containsExactly(metering.institution);
    }

    @Test
    void whoGetsAMeterWithinAMonthHasAllOfIt() {
        var another = handedOver("2026-10-31");

        close();
        close(another);

        assertThat(consumers()).containsExactly(another);
    }

    @Test
    void aCorrectionOfAMonthGoesToWhomItWasBookedFor() {
        close();
        var meter = metering.database
                .sql("select id from energy.meter")
                .query(UUID.class)
                .single();
        handedOver("2026-11-10");

        metering.bring(metering.shows(meter, "2026-10-31T17:00:00Z", "550.00"));

        assertThat(told()).containsExactly("ELECTRICITY 2026-10-01 449 true");
        assertThat(consumers()).containsExactly(metering.institution);
    }
}
