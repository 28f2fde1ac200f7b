package org.yiti.workbook.imports;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.yiti.kernel.problem.Wording;
import org.yiti.workbook.WorkbookRefusal;

/** A file over the limit is refused while it comes in, before any of it is kept. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeFiles {

    private final Wording wording;

    LargeFiles(Wording wording) {
        this.wording = wording;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge, Locale locale) {
        var refusal = WorkbookRefusal.FILE_TOO_LARGE;
        var problem = ProblemDetail.forStatus(HttpStatus.CONTENT_TOO_LARGE);
        problem.setType(URI.create(refusal.type()));
        problem.setTitle(wording.of(refusal.wording(), locale, Map.of()));
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
    }
}
