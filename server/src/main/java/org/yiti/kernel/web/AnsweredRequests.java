package org.yiti.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Sha256;

/** What was answered to writes with an idempotency key; kept for a day. */
@Component
class AnsweredRequests {

    record Question(String principal, String key, String fingerprint) {}

    record Answer(int status, @Nullable String location, byte[] body, String type) {

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setContentType(type);
            if (location != null) {
                response.setHeader("Location", location);
            }
            response.getOutputStream().write(body);
        }
    }

    private record Kept(
            String fingerprint,
            @Nullable Integer status,
            @Nullable String location,
            byte @Nullable [] body) {}

    private static final String JSON = "application/json";

    private final JdbcClient database;

    AnsweredRequests(JdbcClient database) {
        this.database = database;
    }

    /**
     * The answer to give at once; empty when the request is new and has to be handled. So is one whose server must have
     * died over it: what takes a key is a row or two, and work that takes longer is a job of its own.
     */
    Optional<Answer> begin(Question question) {
        database.sql("delete from kernel.answered_request where at < now() - interval '1 day'")
                .update();
        var isNew = database.sql("""
                                insert into kernel.answered_request as a (principal, key, fingerprint)
                                values (:principal, :key, :fingerprint)
                                    on conflict (principal, key) do update set at = now()
                                 where a.status is null and a.fingerprint = excluded.fingerprint
                                   and a.at < now() - interval '2 minutes'
                                """)
                        .param("principal", question.principal())
                        .param("key", question.key())
                        .param("fingerprint", question.fingerprint())
                        .update()
                == 1;
        if (isNew) {
            return Optional.empty();
        }
        var kept = database.sql(
                        "select fingerprint, status, location, body from kernel.answered_request where principal = :principal and key = :key")
                .param("principal", question.principal())
                .param("key", question.key())
                .query((row, n) ->
                        new Kept(row.getString(1), row.getObject(2, Integer.class), row.getString(3), row.getBytes(4)))
                .single();
        if (!kept.fingerprint().equals(question.fingerprint())) {
            return Optional.of(
                    problem(422, "idempotency-key-reused", "同一幂等键已用于另一个请求 / The key was used for another request"));
        }
        var status = kept.status();
        if (status == null) {
            return Optional.of(
                    problem(409, "still-answering", "上一次相同的请求仍在处理 / The same request is still being answered"));
        }
        return Optional.of(new Answer(
                status,
                kept.location(),
                kept.body() == null ? new byte[0] : kept.body(),
                status >= 400 ? "application/problem+json" : JSON));
    }

    private static Answer problem(int status, String slug, String title) {
        var body = "{\"type\":\"/problems/" + slug + "\",\"title\":\"" + title + "\",\"status\":" + status + "}";
        return new Answer(
                status, null, body.getBytes(StandardCharsets.UTF_8), "application/problem+json;charset=UTF-8");
    }

    void keep(Question question, int status, @Nullable String location, byte[] body) {
        database.sql(
                        "update kernel.answered_request set status = :status, location = :location, body = :body where principal = :principal and key = :key")
                .param("status", status)
                .param("location", location)
                .param("body", body)
                .param("principal", question.principal())
                .param("key", question.key())
                .update();
    }

    void forget(Question question) {
        database.sql("delete from kernel.answered_request where principal = :principal and key = :key")
                .param("principal", question.principal())
                .param("key", question.key())
                .update();
    }

    static String fingerprint(String method, String path, byte[] content) {
        var digest = Sha256.digest();
        digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(content));
    }
}
