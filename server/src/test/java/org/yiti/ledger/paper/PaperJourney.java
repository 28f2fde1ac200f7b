package org.yiti.ledger.paper;

import java.util.Map;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Journey;
import org.yiti.identity.Account;

/** A journey that puts papers with things. */
public abstract class PaperJourney extends Journey {

    protected static final byte[] PICTURE = Samples.png();

    /** Each is another one. */
    protected static byte[] jpeg() {
        return Samples.jpeg();
    }

    protected static Map<String, String> form(String title, String kind) {
        return Map.of("title", title, "paperKind", kind);
    }

    /** @param path of what it lies with, such as {@code vehicle/…} */
    protected MvcTestResult addPaper(
            Account account, String path, String fileName, byte[] bytes, Map<String, String> form) {
        return addPaper(account, path, fileName, bytes, form, null);
    }

    protected MvcTestResult addPaper(
            Account account, String path, String fileName, byte[] bytes, Map<String, String> form, String key) {
        var request = http.post()
                .multipart()
                .file(new MockMultipartFile("file", fileName, "text/html", bytes))
                .uri("/api/objects/" + path + "/papers")
                .with(as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf());
        form.forEach(request::param);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.exchange();
    }

    protected MvcTestResult removePaper(Account account, String path, Object paper, String reason) {
        return post(account, "/api/objects/" + path + "/papers/" + paper + "/removal", Map.of("reason", reason));
    }

    protected static Object id(MvcTestResult added) {
        if (added.getResponse().getStatus() != 201) {
            throw new AssertionError(added.getResponse().getStatus() + " " + json(added));
        }
        return json(added).get("id");
    }
}
