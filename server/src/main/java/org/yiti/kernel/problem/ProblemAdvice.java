package org.yiti.kernel.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yiti.kernel.Refusal;
import org.yiti.kernel.RefusalAnswered;
import org.yiti.kernel.Refused;
import tools.jackson.databind.DatabindException;

/** Every no becomes RFC 9457, worded in the language asked for. A bug becomes an incident with a number, never a trace. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Map<Refusal.Kind, HttpStatus> STATUS = Map.of(
            Refusal.Kind.ABSENT, HttpStatus.NOT_FOUND,
            Refusal.Kind.CONFLICTING, HttpStatus.CONFLICT,
            Refusal.Kind.UNKNOWN, HttpStatus.UNAUTHORIZED,
            Refusal.Kind.FORBIDDEN, HttpStatus.FORBIDDEN,
            Refusal.Kind.UNACCEPTABLE, HttpStatus.UNPROCESSABLE_CONTENT,
            Refusal.Kind.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE,
            Refusal.Kind.TOO_MANY, HttpStatus.TOO_MANY_REQUESTS,
            Refusal.Kind.UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE);

    private final Wording wording;
    private final ApplicationEventPublisher events;

    ProblemAdvice(Wording wording, ApplicationEventPublisher events) {
        this.wording = wording;
        this.events = events;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
        var refusal = refused.refusal();
        events.publishEvent(new RefusalAnswered(refused));
        var status = STATUS.getOrDefault(refusal.kind(), HttpStatus.BAD_REQUEST);
        var problem = problem(status, refusal.type(), wording.of(refusal.wording(), locale, refused.facts()));
        refused.facts().forEach(problem::setProperty);
        if (!refused.fields().isEmpty()) {
            problem.setProperty("errors", refused.fields());
        }
        return ResponseEntity.status(status).body(problem);
    }

    ResponseEntity<ProblemDetail> unreadable(Locale locale) {
        return ResponseEntity.badRequest()
                .body(problem(
                        HttpStatus.BAD_REQUEST,
                        "/problems/unreadable",
                        wording.of("kernel.unreadable", locale, Map.of())));
    }

    /** The container and the doors look at parameters only when somebody reads them. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<ProblemDetail> rejected(Locale locale) {
        return unreadable(locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(Exception bug, Locale locale) {
        var incident = UUID.randomUUID();
        log.error("Incident {}", incident, bug);
        var problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "/problems/incident",
                wording.of("kernel.incident", locale, Map.of("incident", incident)));
        problem.setProperty("incident", incident);
        return ResponseEntity.internalServerError().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "/problems/invalid",
                wording.of("kernel.invalid", request.getLocale(), Map.of()));
        List<Refused.FieldProblem> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Refused.FieldProblem(
                        "/" + error.getField().replace('.', '/'), String.valueOf(error.getDefaultMessage())))
                .toList();
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "/problems/unreadable",
                wording.of("kernel.unreadable", request.getLocale(), Map.of()));
        if (unreadable.getCause() instanceof DatabindException misfit
                && !misfit.getPath().isEmpty()) {
            var pointer = misfit.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .collect(Collectors.joining());
            problem.setProperty(
                    "errors",
                    List.of(new Refused.FieldProblem(
                            pointer, wording.of("kernel.unreadable-field", request.getLocale(), Map.of()))));
        }
        return ResponseEntity.badRequest().body(problem);
    }

    /** What the framework refuses by itself: in the words and with the types of the house, like every other no. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var key = switch (status.value()) {
            case 400 -> parameterOf(refused).isEmpty() ? "unreadable" : "bad-parameter";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406, 415 -> "media-type";
            default -> "";
        };
        if (key.isEmpty()) {
            return super.handleExceptionInternal(refused, body, headers, status, request);
        }
        var facts = Map.of("parameter", parameterOf(refused));
        var problem = problem(
                HttpStatus.valueOf(status.value()),
                "/problems/" + key,
                wording.of("kernel." + key, request.getLocale(), facts));
        if (!parameterOf(refused).isEmpty()) {
            problem.setProperty("parameter", parameterOf(refused));
        }
        return super.handleExceptionInternal(refused, problem, headers, status, request);
    }

    private static String parameterOf(Exception refused) {
        if (refused instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName();
        }
        return refused instanceof MissingServletRequestParameterException missing ? missing.getParameterName() : "";
    }

    static ProblemDetail problem(HttpStatus status, String type, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(type));
        problem.setTitle(title);
        return problem;
    }
}
