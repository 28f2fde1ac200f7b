package org.yiti.bench;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * A file of new rows brought in as a person does it, in seconds: from the first byte sent to the last row written.
 *
 * @param check the dry run
 */
record Imported(double upload, double check, double apply) {

    static Imported of(Browser browser, Path file, int rows) throws Exception {
        var begun = System.nanoTime();
        var imported = "/api/workbook/imports/"
                + browser.upload("/api/workbook/imports", file).path("id").asString();
        var uploaded = seconds(begun);
        var checked = rested(browser, imported, "CHECKED");
        var sheet = checked.path("sheets").path(0);
        if (sheet.path("added").asInt() != rows || checked.path("problems").asInt() != 0) {
            throw new IllegalStateException("Not what was sent: " + checked);
        }
        var judged = seconds(begun);
        browser.post(imported + "/apply", "{\"skipBad\":false}");
        rested(browser, imported, "APPLIED");
        return new Imported(uploaded, judged - uploaded, seconds(begun) - judged);
    }

    double whole() {
        return upload + check + apply;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static JsonNode rested(Browser browser, String imported, String wanted) throws Exception {
        while (true) {
            var now = browser.get(imported);
            var state = now.path("state").asString();
            if (state.equals(wanted)) {
                return now;
            }
            if (state.equals("FAILED") || state.equals("CANCELLED")) {
                throw new IllegalStateException(String.valueOf(now));
            }
            // asked more often, the asking would be measured
            Thread.sleep(50);
        }
    }
}
