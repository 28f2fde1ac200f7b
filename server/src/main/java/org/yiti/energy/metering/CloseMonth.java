package org.yiti.energy.metering;

import jakarta.validation.constraints.NotNull;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody books what the meters of an institution say of a month. From then on it changes by corrections only. */
@UseCase
class CloseMonth {

    record Request(@NotNull UUID institutionId, @NotNull YearMonth month) {}

    record Closed(int meters) {}

    private final JdbcClient database;
    private final MeterFiles files;
    private final MeterStates states;
    private final MonthEntries entries;
    private final Scope scope;
    private final Clock clock;

    CloseMonth(
            JdbcClient database,
            MeterFiles files,
            MeterStates states,
            MonthEntries entries,
            Scope scope,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.states = states;
        this.entries = entries;
        this.scope = scope;
        this.clock = clock;
    }

    Closed close(Request request) {
        scope.require(Permission.WRITE, request.institutionId());
        var month = request.month().atDay(1);
        if (!request.month().atEndOfMonth().isBefore(LocalDate.now(clock))) {
            throw new Refused(EnergyRefusal.MONTH_NOT_OVER);
        }
        var by = scope.account().account();
        return Unscoped.because(
                "bookings are written by nobody's hand; that this one may be made was decided before",
                () -> booked(request.institutionId(), month, by));
    }

    private Closed booked(UUID institution, LocalDate month, String by) {
        var meters = meters(institution);
        // Nobody makes days of them until what they are now is booked.
        states.lock(files.of(meters).values());
        var closed = database.sql("insert into energy.closed_month (institution_id, month, closed_at, closed_by)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .params(institution, month, Timestamp.from(clock.instant()), by)
                .update();
        if (closed == 0) {
            throw new Refused(EnergyRefusal.MONTH_CLOSED);
        }
        return new Closed(entries.book(institution, month));
    }

    private List<UUID> meters(UUID institution) {
        return database.sql("select id from energy.meter where institution_id = ?")
                .param(institution)
                .query(UUID.class)
                .list();
    }
}
