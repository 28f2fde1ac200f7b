package org.yiti.workbook;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.yiti.identity.Account;
import org.yiti.kernel.Refused;
import org.yiti.kernel.file.Disposition;
import org.yiti.workbook.file.TableWriter;

/** A table handed out as a file while it is still being read. */
public final class TableDownload {

    private static final Map<String, String> TYPES = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv", "text/csv;charset=UTF-8");

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TableDownload() {}

    /** Who takes a file and when, to be written into it ({@link TableWriter#watermark}). */
    public static String mark(Account taker, Clock clock) {
        return taker.name() + " " + taker.account() + " "
                + LocalDateTime.now(clock).format(TO_THE_MINUTE);
    }

    /**
     * @param name of the file, without its ending
     * @param plain its name in ASCII
     * @param format {@code xlsx} or {@code csv}; others are refused with {@link WorkbookRefusal#UNKNOWN_FORMAT}
     */
    public static ResponseEntity<StreamingResponseBody> of(
            String name, String plain, String format, Consumer<TableWriter> content) {
        var type = TYPES.get(format);
        if (type == null) {
            throw new Refused(WorkbookRefusal.UNKNOWN_FORMAT, Map.of("format", format));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.saved(name + "." + format, plain))
                .body(out -> {
                    var writer = writer(format, out);
                    content.accept(writer);
                    writer.finish();
                });
    }

    private static TableWriter writer(String format, OutputStream out) {
        return format.equals("csv") ? TableWriter.csv(out) : TableWriter.xlsx(out);
    }
}
