package org.yiti.kernel.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What failed before or behind every controller is told in the words of the house as well, and nothing of its cause. */
@Controller
class LastResort implements ErrorController {

    private final Wording wording;

    LastResort(Wording wording) {
        this.wording = wording;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var answered = status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var key = answered.is5xxServerError()
                ? "failed"
                : switch (answered) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case REQUEST_TIMEOUT -> "stalled";
                    default -> "unreadable";
                };
        return ResponseEntity.status(answered)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemAdvice.problem(
                        answered, "/problems/" + key, wording.of("kernel." + key, locale, Map.of())));
    }
}
