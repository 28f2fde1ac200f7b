package org.yiti.kernel.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yiti.kernel.KernelRefusal;
import org.yiti.kernel.Refused;

/**
 * The no of the database. Its constraints have sentences for names; and a value it cannot read was never checked before,
 * which is the mistake of whoever sent it as long as only values from outside can be the cause.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseRefusals {

    /**
     * Codes of PostgreSQL (appendix A, class 22, and the limits of 54) that a value brings about: too long, out of range,
     * no such date, no such text, no such number. Of the class is left out what only a statement of ours can bring about, such as a
     * division by zero.
     */
    private static final Set<String> OF_VALUES =
            Set.of("22001", "22003", "22007", "22008", "22009", "22021", "22023", "22P02", "22P03", "22P05", "54000");

    /**
     * Two that locked the same rows in another order, or saw what the other was about to change: the database let one of
     * them go on and undid the other whole, which may simply be asked for again.
     */
    private static final Set<String> MET_ANOTHER = Set.of("40001", "40P01", "55P03");

    private static final String SECONDS_UNTIL_IT_IS_OVER = "1";

    private final ProblemAdvice problems;
    private final ConstraintNames constraints;
    private final Wording wording;

    DatabaseRefusals(ProblemAdvice problems, ConstraintNames constraints, Wording wording) {
        this.problems = problems;
        this.constraints = constraints;
        this.wording = wording;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> violated(DataIntegrityViolationException violation, Locale locale) {
        if (OF_VALUES.contains(state(violation))) {
            return value(locale);
        }
        var constraint = constraints.of(violation);
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(ProblemAdvice.problem(
                        HttpStatus.CONFLICT,
                        "/problems/" + (constraint.isEmpty() ? "violated" : constraint.replace('_', '-')),
                        wording.of("constraint." + constraint, locale, Map.of())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(OptimisticLockingFailureException stale, Locale locale) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(ProblemAdvice.problem(
                        HttpStatus.CONFLICT, "/problems/stale", wording.of("kernel.stale", locale, Map.of())));
    }

    /** Some of them Spring does not count among the violations. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> failed(Exception failure, Locale locale) {
        if (MET_ANOTHER.contains(state(failure))) {
            var refused = problems.refused(new Refused(KernelRefusal.MET_ANOTHER), locale);
            return ResponseEntity.status(refused.getStatusCode())
                    .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_IT_IS_OVER)
                    .body(refused.getBody());
        }
        return OF_VALUES.contains(state(failure)) ? value(locale) : problems.broken(failure, locale);
    }

    private ResponseEntity<ProblemDetail> value(Locale locale) {
        return ResponseEntity.unprocessableContent()
                .body(ProblemAdvice.problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "/problems/unreadable",
                        wording.of("kernel.unreadable", locale, Map.of())));
    }

    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException answer && answer.getSQLState() != null) {
                return answer.getSQLState();
            }
        }
        return "";
    }
}
