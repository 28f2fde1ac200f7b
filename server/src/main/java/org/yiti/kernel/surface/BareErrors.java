package org.yiti.kernel.surface;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the container refuses before it has read an address reaches no filter of ours: it is told here, as bare as it is. */
final class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Security-Policy", AnswerHeaders.CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            var type = status < 500 ? "unreadable" : "failed";
            var title = status < 500 ? "请求无法识别 / The request could not be read" : "系统出错 / Something broke";
            response.getReporter()
                    .write("{\"type\":\"/problems/" + type + "\",\"title\":\"" + title + "\",\"status\":" + status
                            + "}");
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Whoever asked does not listen any more.
            container.getLogger().debug("Nobody heard of an error", gone);
        }
    }
}
