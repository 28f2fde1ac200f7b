package org.yiti.supervision.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls an address with a signed body: {@code Yiti-Signature: t=…,v1=HMAC-SHA256(secret, t.body)}. */
@Component
class SendWebhook {

    private final AllowedHosts hosts;
    private final DeliverySettings settings;
    private final JsonMapper json;
    private final Clock clock;

    SendWebhook(AllowedHosts hosts, DeliverySettings settings, JsonMapper json, Clock clock) {
        this.hosts = hosts;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    void send(String address, String secret, Letter letter) throws IOException {
        var to = URI.create(address);
        var where = hosts.resolve(to).orElseThrow(() -> new Undelivered.Failure(Undelivered.NOT_ALLOWED));
        var body = json.writeValueAsBytes(letter.body());
        var at = clock.instant().getEpochSecond();
        var status = Post.send(
                to,
                where,
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "User-Agent",
                        "Yiti",
                        "Yiti-Message",
                        letter.id().toString(),
                        "Yiti-Signature",
                        "t=" + at + ",v1=" + signature(secret, at, body)),
                body,
                settings.patience());
        if (status < 200 || status > 299) {
            throw new Undelivered.Failure(Undelivered.ANSWERED, status);
        }
    }

    static String signature(String secret, long at, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
