package org.yiti.kernel.problem;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What goes wrong while a file comes in, before any of it is kept: too large, or broken off. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeFiles {

    private final ProblemAdvice problems;

    LargeFiles(ProblemAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(MultipartException stopped, HandlerMethod asked, Locale locale) {
        return stopped instanceof MaxUploadSizeExceededException && asked.getBean() instanceof TakesFiles taking
                ? problems.refused(taking.tooLarge(), locale)
                : problems.unreadable(locale);
    }
}
