package org.yiti.kernel.problem;

import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.yiti.kernel.KernelRefusal;
import org.yiti.kernel.Refused;

/** What goes wrong while a file comes in, before any of it is kept: too large, or not whole. One that stalls is
 * answered by the container ({@link LastResort}), and whoever breaks off hears nothing any more. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeFiles {

    private final ProblemAdvice problems;

    LargeFiles(ProblemAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(MultipartException stopped, HandlerMethod asked, Locale locale) {
        if (stopped instanceof MaxUploadSizeExceededException && asked.getBean() instanceof TakesFiles taking) {
            return problems.refused(taking.tooLarge(), locale);
        }
        return isBecauseOf(stopped, MultipartStream.MalformedStreamException.class)
                ? problems.refused(new Refused(KernelRefusal.UPLOAD_BROKEN_OFF), locale)
                : problems.unreadable(locale);
    }

    private static boolean isBecauseOf(Throwable failure, Class<? extends Throwable> reason) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (reason.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
