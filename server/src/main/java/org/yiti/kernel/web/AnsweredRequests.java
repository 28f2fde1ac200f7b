package org.yiti.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Sha256;

/** What was answered to writes with an idempotency key; kept for a day. */
@Component
class AnsweredRequests {

    /**
     * Neither the key nor what was asked can be read from it: requests hold passwords. By a key that nobody guesses, the
     * fingerprint of a content cannot be tried for either.
     *
     * @param key its digest
     */
    record Question(String principal, String key, String fingerprint) {

        static Question of(String principal, String key, String what, byte[] content) {
            return new Question(principal, digest(key), mark(key, what, content));
        }
    }

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
            byte @Nullable [] body,
            boolean toldOnce) {}

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
                        "select fingerprint, status, location, body, told_once from kernel.answered_request where principal = :principal and key = :key")
                .param("principal", question.principal())
                .param("key", question.key())
                .query((row, n) -> new Kept(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getBytes(4),
                        row.getBoolean(5)))
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
        if (kept.toldOnce()) {
            return Optional.of(
                    problem(
                            409,
                            "told-once",
                            "这个请求已经办过；答复中有只显示一次的秘密，没有保存。没收到的话请作废它并重新申请"
                                    + " / This was done; its answer held a secret that is shown once and not kept. If it was lost, revoke it and ask anew"));
        }
        return Optional.of(new Answer(
                status,
                kept.location(),
                kept.body() == null ? new byte[0] : kept.body(),
                status >= 400 ? "application/problem+json" : JSON));
    }

    static Answer tooShort() {
        return problem(
                422,
                "idempotency-key-short",
                "幂等键太短，须为随机的 16 个字符以上（如 UUID）/ The key is too short: 16 random characters or more, such as a UUID");
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

    /** That it was done, and nothing of what was answered. */
    void told(Question question, int status) {
        database.sql(
                        "update kernel.answered_request set status = :status, told_once = true where principal = :principal and key = :key")
                .param("status", status)
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

    static String digest(String key) {
        return HexFormat.of().formatHex(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static String mark(String key, String what, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((what + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
