package org.yiti.supervision.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.yiti.identity.Account;
import org.yiti.identity.Role;
import org.yiti.supervision.cases.CaseJourney;
import tools.jackson.databind.json.JsonMapper;

/** What somebody subscribed to reaches them by mail and webhook, signed, again after a failure, and says no more than it must. */
@TestPropertySource(
        properties = {
            "yiti.reminders.from=yiti@example.gov.cn",
            "yiti.reminders.mail-domains=example.gov.cn",
            "yiti.reminders.private-networks=127.0.0.1/32",
            "yiti.reminders.every=1h",
            "yiti.reminders.patience=2s",
            "yiti.identity.url=https://yiti.example.gov.cn",
            "spring.mail.host=127.0.0.1"
        })
class SubscriptionJourneyTest extends CaseJourney {

    private record Call(String path, Map<String, String> headers, byte[] body) {}

    private static final MailSink MAILS = new MailSink();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger STATUS = new AtomicInteger(200);
    private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>();
    private static final HttpServer HOOK = hook();

    @Autowired
    private DeliverMessages deliver;

    @Autowired
    private Messages messages;

    private Account reader;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", MAILS::port);
        properties.add("yiti.reminders.webhooks", () -> origin() + ",https://nowhere.invalid");
    }

    private static String origin() {
        return "http://127.0.0.1:" + HOOK.getAddress().getPort();
    }

    private static HttpServer hook() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var headers = new HashMap<String, String>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
                CALLS.add(new Call(
                        exchange.getRequestURI().getPath(),
                        headers,
                        exchange.getRequestBody().readAllBytes()));
                MEANWHILE.get().run();
                exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
                exchange.sendResponseHeaders(STATUS.get(), -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void closed() throws IOException {
        HOOK.stop(0);
        MAILS.close();
    }

    @BeforeEach
    void aReaderAndNothingSent() {
        reader = known(new Account("reader-" + n, "订阅人", Role.INSPECTOR, superior, false));
        database.sql("delete from supervision.subscription").update();
        MAILS.mails.clear();
        CALLS.clear();
        STATUS.set(200);
        MEANWHILE.set(() -> {});
        MAILS.refuses = false;
    }

    private Map<String, Object> subscribe(Account who, String channel, String address, String rhythm, String... kinds) {
        var answer = post(
                who,
                "/api/supervision/subscriptions",
                Map.of("channel", channel, "address", address, "rhythm", rhythm, "kinds", List.of(kinds)));
        assertThat(answer).as(json(answer).toString()).hasStatus(201);
        return json(answer);
    }

    private List<?> mine(Account who) {
        return (List<?>) json(get(who, "/api/supervision/subscriptions")).get("subscriptions");
    }

    private void aMinuteLater() {
        database.sql("update supervision.message set next_try_at = now() - interval '1 second'")
                .update();
        deliver.handle();
    }

    @Test
    void aMailTellsNumberRuleAndWayAndNothingOfWhoOrWhere() {
        subscribe(reader, "MAIL", "li@example.gov.cn", "AT_ONCE", "OWED");
        var finding = dearCar(1);
        var file = open(finding);
        step(INSPECTOR, file, "ASK_EXPLANATION");
        deliver.handle();
        assertThat(MAILS.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("<li@example.gov.cn>");
            var text = decoded(mail.data());
            assertThat(text)
                    .contains(item(file).get("number").toString(), "https://yiti.example.gov.cn/cases/" + file)
                    .contains(((Map<?, ?>) ((Map<?, ?>) finding.get("rule")).get("title"))
                            .get("zh")
                            .toString())
                    .doesNotContain("宁D", "案局", "督查", "说明：ASK_EXPLANATION");
        });
        deliver.handle();
        assertThat(MAILS.mails).hasSize(1);
    }

    private static String decoded(String data) {
        var body = data.substring(data.indexOf("\n\n") + 2);
        if (data.toLowerCase().contains("content-transfer-encoding: base64")) {
            return new String(java.util.Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        }
        try {
            return new String(
                    jakarta.mail.internet.MimeUtility.decode(
                                    new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                                    data.toLowerCase().contains("quoted-printable") ? "quoted-printable" : "8bit")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWebhookIsSignedWithTheSecretThatWasToldOnce() {
        var made = subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        var secret = made.get("secret").toString();
        assertThat(get(reader, "/api/supervision/subscriptions").getResponse().getContentAsByteArray())
                .asString()
                .doesNotContain(secret);
        assertThat(database.sql("select secret from supervision.subscription")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        var file = open(dearCar(1));
        deliver.handle();
        assertThat(CALLS).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/hook");
            var signed = call.headers().get("yiti-signature");
            var at = Long.parseLong(signed.replaceAll("t=(\\d+),.*", "$1"));
            assertThat(signed).endsWith(",v1=" + SendWebhook.signature(secret, at, call.body()));
            var lines = JsonMapper.shared().readTree(call.body()).path("lines");
            assertThat(lines.path(0).path("url").asString()).endsWith("/cases/" + file);
            assertThat(lines.path(0).propertyNames())
                    .containsExactlyInAnyOrder("kind", "number", "title", "url", "dueOn", "at");
        });
    }

    @Test
    void whatIsNotTakenIsTriedAgainUnderTheSameIdAndThenGivenUp() {
        subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        STATUS.set(503);
        open(dearCar(1));
        deliver.handle();
        assertThat(mine(reader).toString()).contains("it answered 503", "waiting=1");
        deliver.handle();
        assertThat(CALLS).as("not before a minute is over").hasSize(1);
        STATUS.set(200);
        aMinuteLater();
        assertThat(CALLS).hasSize(2);
        assertThat(CALLS.get(0).headers().get("yiti-message"))
                .isEqualTo(CALLS.get(1).headers().get("yiti-message"));
        STATUS.set(500);
        open(dearCar(2));
        for (int n = 0; n < 9; n++) {
            aMinuteLater();
        }
        assertThat(mine(reader).toString()).contains("stoppedWhy={zh=对方返回 500, en=it answered 500}");
        assertThat(CALLS).hasSize(2 + 8);
        assertThat(items(get(reader, "/api/supervision/reminders")).toString()).contains("STOPPED");
    }

    @Test
    void whatWasNotTakenIsSaidUntilALaterOneIs() {
        var id = subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED")
                .get("id");
        STATUS.set(500);
        open(dearCar(1));
        for (int n = 0; n < 9; n++) {
            aMinuteLater();
        }
        assertThat(post(reader, "/api/supervision/subscriptions/" + id + "/resume", Map.of()))
                .hasStatusOk();
        assertThat(mine(reader).toString()).contains("lastError={zh=对方返回 500, en=it answered 500}");
        STATUS.set(200);
        open(dearCar(2));
        deliver.handle();
        assertThat(CALLS).hasSize(8 + 1);
        assertThat(mine(reader).toString()).contains("lastError=null");
    }

    @Test
    void aMessageOfWhichTheDatabaseTakesNoNoteIsTriedLaterAndKeepsNoOtherOneWaiting() {
        subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        subscribe(reader, "WEBHOOK", origin() + "/other", "AT_ONCE", "MOVED");
        STATUS.set(503);
        open(dearCar(1));
        deliver.handle();
        var first = database.sql(
                        "update supervision.message set next_try_at = now() - interval '1 hour' where id = (select min(id::text)::uuid from supervision.message where state = 'WAITING') returning id")
                .query(UUID.class)
                .single();
        database.sql("alter table supervision.message add constraint not_this_one check (state <> 'SENT' or id <> '"
                        + first + "')")
                .update();
        try {
            STATUS.set(200);
            database.sql("update supervision.message set next_try_at = now() - interval '1 second' where id <> ?")
                    .param(first)
                    .update();
            deliver.handle();

            assertThat(database.sql(
                                    "select state || ' ' || tries || ' ' || coalesce(error, '') from supervision.message order by id = ? desc")
                            .param(first)
                            .query(String.class)
                            .list())
                    .containsExactly("WAITING 2 BROKEN", "SENT 2 ");
        } finally {
            database.sql("alter table supervision.message drop constraint not_this_one")
                    .update();
        }
    }

    @Test
    void whileTheOtherSideTakesItsTimeNothingOfTheDatabaseIsHeldAndNobodySendsItTwice() {
        subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        open(dearCar(1));
        var free = new AtomicInteger();
        MEANWHILE.set(() -> {
            free.addAndGet(database.sql("select id from supervision.message where state = 'WAITING' for update nowait")
                    .query(UUID.class)
                    .list()
                    .size());
            MEANWHILE.set(() -> {});
            deliver.handle();
        });
        deliver.handle();
        assertThat(free).hasValue(1);
        assertThat(CALLS).hasSize(1);
    }

    @Test
    void whatWasOnItsWayWhenTheHouseWentDownIsTriedAgain() {
        subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        open(dearCar(1));
        messages.make();
        assertThat(messages.take())
                .as("taken, and nobody notes what became of it")
                .isPresent();
        deliver.handle();
        assertThat(CALLS).as("somebody may be at it still").isEmpty();
        aMinuteLater();
        assertThat(CALLS).hasSize(1);
        assertThat(mine(reader).toString()).contains("waiting=0");
    }

    @Test
    void aRedirectIsNotFollowed() {
        subscribe(reader, "WEBHOOK", origin() + "/hook", "AT_ONCE", "MOVED");
        STATUS.set(302);
        open(dearCar(1));
        deliver.handle();
        assertThat(CALLS).extracting(Call::path).containsExactly("/hook");
        assertThat(mine(reader).toString()).contains("it answered 302");
    }

    @Test
    void whetherTheHouseServesDoesNotHangOnItsMailServer(@Autowired ApplicationContext context) {
        assertThat(context.containsBean("mailSender")).isTrue();
        assertThat(context.getBeanNamesForType(HealthContributor.class)).noneMatch(name -> name.startsWith("mail"));
    }

    @Test
    void aMailServerThatSaysNoIsAskedAgain() {
        subscribe(reader, "MAIL", "li@example.gov.cn", "AT_ONCE", "MOVED");
        MAILS.refuses = true;
        open(dearCar(1));
        deliver.handle();
        assertThat(MAILS.mails).isEmpty();
        MAILS.refuses = false;
        aMinuteLater();
        assertThat(MAILS.mails).hasSize(1);
    }

    @Test
    void whatIsGatheredForADayGoesOutOnceItsTurnHasCome() {
        subscribe(reader, "MAIL", "li@example.gov.cn", "DAILY", "MOVED");
        subscribe(reader, "WEBHOOK", origin() + "/hook", "WEEKLY", "MOVED");
        open(dearCar(1));
        open(dearCar(2));
        deliver.handle();
        assertThat(MAILS.mails).isEmpty();
        database.sql("update supervision.outbox set at = at - interval '20 days'")
                .update();
        deliver.handle();
        assertThat(MAILS.mails).hasSize(1);
        assertThat(CALLS)
                .singleElement()
                .satisfies(call -> assertThat(JsonMapper.shared()
                                .readTree(call.body())
                                .path("lines")
                                .size())
                        .isEqualTo(2));
    }

    @Test
    void whoMayNoLongerSeeItIsNotToldAnyMoreAndNobodyIsToldOfTheirOwnDoing() {
        subscribe(reader, "MAIL", "li@example.gov.cn", "AT_ONCE", "MOVED");
        subscribe(INSPECTOR, "MAIL", "du@example.gov.cn", "AT_ONCE", "MOVED");
        open(dearCar(1));
        database.sql("""
                        delete from identity.grant g using identity.account a where a.id = g.account_id and a.account = ?
                        """).param(reader.account()).update();
        deliver.handle();
        assertThat(MAILS.mails).isEmpty();
        assertThat(database.sql("select count(*) from supervision.message where state = 'WAITING'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyThePartOfTheTreeThatWasAskedForIsTold() {
        var elsewhere = institution("CS-S" + n, null);
        var answer = post(
                INSPECTOR,
                "/api/supervision/subscriptions",
                Map.of(
                        "channel", "MAIL",
                        "address", "du@example.gov.cn",
                        "rhythm", "AT_ONCE",
                        "kinds", List.of("OWED"),
                        "institution", elsewhere));
        assertThat(answer).hasStatus(201);
        var file = open(dearCar(1));
        database.sql("update supervision.subscription set account = 'nobody-else'")
                .update();
        step(INSPECTOR, file, "ASK_EXPLANATION");
        assertThat(database.sql("select count(*) from supervision.outbox")
                        .query(Long.class)
                        .single())
                .isZero();
        var foreign = new HashMap<String, Object>(Map.of(
                "channel", "MAIL", "address", "x@example.gov.cn", "rhythm", "AT_ONCE", "kinds", List.of("OWED")));
        foreign.put("institution", elsewhere);
        assertThat(post(reader, "/api/supervision/subscriptions", foreign)).hasStatus(404);
    }

    @Test
    void nothingIsSentWhereTheHouseDoesNotSayTo() {
        for (var address : List.of(
                "http://169.254.169.254/latest",
                "http://localhost:1/",
                "http://127.0.0.1:1/",
                origin().replace("http:", "https:") + "/",
                "http://u:p@" + origin().substring(7) + "/",
                "file:///etc/passwd",
                origin() + "/a\r\nX: y",
                "not an address")) {
            assertThat(post(
                            reader,
                            "/api/supervision/subscriptions",
                            Map.of(
                                    "channel",
                                    "WEBHOOK",
                                    "address",
                                    address,
                                    "rhythm",
                                    "AT_ONCE",
                                    "kinds",
                                    List.of("MOVED"))))
                    .as(address)
                    .hasStatus(422);
        }
        for (var address :
                List.of("li@example.com", "li@example.gov.cn.evil.cn", "li@example.gov.cn\r\nBcc: a@b.cn", "li")) {
            assertThat(post(
                            reader,
                            "/api/supervision/subscriptions",
                            Map.of(
                                    "channel",
                                    "MAIL",
                                    "address",
                                    address,
                                    "rhythm",
                                    "AT_ONCE",
                                    "kinds",
                                    List.of("MOVED"))))
                    .as(address)
                    .hasStatus(422);
        }
    }

    @Test
    void ofAListedHostThatIsNotThereItIsSaidAndOfNoOther() {
        assertThat(refused("https://nowhere.invalid/hook")).contains("webhook-host-unknown", "nowhere.invalid");
        assertThat(refused("https://elsewhere.invalid/hook")).contains("webhook-not-allowed");
    }

    private String refused(String address) {
        var answer = post(
                reader,
                "/api/supervision/subscriptions",
                Map.of("channel", "WEBHOOK", "address", address, "rhythm", "AT_ONCE", "kinds", List.of("MOVED")));
        assertThat(answer).hasStatus(422);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void oneStopsGoesOnAndRemovesOnesOwnAndNobodyElses() {
        var id = UUID.fromString(subscribe(reader, "MAIL", "li@example.gov.cn", "DAILY", "LATE")
                .get("id")
                .toString());
        var own = "/api/supervision/subscriptions/" + id;
        assertThat(mine(INSPECTOR)).isEmpty();
        assertThat(post(INSPECTOR, own + "/stop", Map.of())).hasStatus(404);
        assertThat(delete(INSPECTOR, own)).hasStatus(404);
        assertThat(post(reader, own + "/stop", Map.of())).hasStatusOk();
        assertThat(mine(reader).toString())
                .doesNotContain("stoppedAt=null")
                .as("one's own doing needs no reason")
                .contains("stoppedWhy=null");
        assertThat(post(reader, own + "/resume", Map.of())).hasStatusOk();
        assertThat(delete(reader, own)).hasStatus(204);
        assertThat(mine(reader)).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        subscribe(reader, "MAIL", "li@example.gov.cn", "AT_ONCE", "MOVED");
        var file = open(dearCar(1));
        var before = database.sql("select count(*) from supervision.outbox")
                .query(Long.class)
                .single();
        assertThat(tried(INSPECTOR, file, "CLOSE", Map.of("note", "还不能"))).hasStatus(409);
        assertThat(database.sql("select count(*) from supervision.outbox")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }
}
