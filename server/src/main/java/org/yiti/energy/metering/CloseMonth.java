package org.yiti.energy.metering;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.yiti.energy.EnergyRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Somebody books what the meters of an institution say of a month. From then on it changes by corrections only. */
@UseCase
class CloseMonth {

    record Request(@NotNull UUID institutionId, @NotNull YearMonth month) {}

    record Closed(int meters) {}

    /** No reading speaks of earlier. */
    private static final int FIRST_YEAR = 1990;

    private final BookMonth months;
    private final Scope scope;
    private final Audit audit;
    private final Clock clock;

    CloseMonth(BookMonth months, Scope scope, Audit audit, Clock clock) {
        this.months = months;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    Closed close(Request request) {
        var institution = request.institutionId();
        scope.require(Permission.WRITE, institution);
        var month = request.month().atDay(1);
        if (request.month().getYear() < FIRST_YEAR) {
            throw new Refused(EnergyRefusal.MONTH_TOO_EARLY);
        }
        if (!request.month().atEndOfMonth().isBefore(LocalDate.now(clock))) {
            throw new Refused(EnergyRefusal.MONTH_NOT_OVER);
        }
        var by = scope.account().account();
        var meters = Unscoped.because(
                "bookings are written by nobody's hand; that this one may be made was decided before",
                () -> months.book(institution, month, by));
        audit.record(Act.of("month.closed", "organization.institution", institution)
                .in(institution)
                .with("month", request.month())
                .with("meters", meters));
        return new Closed(meters);
    }
}
