package org.yiti.kernel.problem;

import java.io.EOFException;
import java.net.SocketTimeoutException;
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

/** What goes wrong while a file comes in, before any of it is kept: too large, stalled, or broken off. */
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
        // Some clients ask a second time by themselves when they are told 408: a file is sent again by who wants it sent.
        if (isBecauseOf(stopped, SocketTimeoutException.class)) {
            return problems.refused(new Refused(KernelRefusal.UPLOAD_STALLED), locale);
        }
        return isBecauseOf(stopped, EOFException.class)
                        || isBecauseOf(stopped, MultipartStream.MalformedStreamException.class)
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
