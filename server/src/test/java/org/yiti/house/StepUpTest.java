package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiti.Journey;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Open;

/**
 * Of every operation that writes it is written down whether it asks anew who it is who asks: {@code docs/operate/step-up.md}
 * is made of the code, and a change of it is seen where it is reviewed.
 */
class StepUpTest extends Journey {

    private static final Path DOCUMENT = Path.of("../docs/operate/step-up.md");

    private static final String LEDGER = "daily work: kept in the life line with what was there before";
    private static final String STEP =
            "daily work: a step that stays in the history of what it is about, and can be followed by another";

    /**
     * Whatever writes asks for a fresh proof ({@link Confirmed}), is for whoever has not signed in yet ({@link Open}), or is let
     * off here, and why. An operation that is new stands in none of them, and the build fails until somebody has decided.
     */
    private static final Map<Pattern, String> LET_OFF = new LinkedHashMap<>();

    static {
        letOff(
                ".*/sessions?(/.*)?",
                "ends sessions or is itself the proof: whoever sees a stranger in shall not look for their phone");
        letOff(".*/(challenge|departure)", "a question, good once and for minutes");
        letOff(
                "POST /api/identity/(authenticators|passkeys|links)(/\\{id}/confirmation)?",
                "proved within: who has a factor proves it anew before there is another");
        letOff("PUT /api/identity/passkeys/\\{id}", "a name");
        letOff("DELETE .*/(tokens|delegations)/\\{(id|token)}", "takes away and gives nothing");
        letOff("PUT /api/identity/own-rights/purpose", "one's own rights, granted for it, and an entry of the log");
        letOff("POST /api/identity/invitations/.*", "nobody is signed in yet: the link is the proof");
        letOff("POST /api/identity/password", "asks for the password there was");
        letOff("POST /api/identity/left-behind/\\{id}/successor", "work changes hands and can be handed on");
        letOff(
                "POST /api/workbook/imports/\\{id}/(apply|undo)",
                "machines do it as well: looked at in a dry run, kept in the life line, taken back as a whole");
        letOff(
                "POST /api/(objects/\\{kind}/\\{id}/reveal|telemetry/nearby)",
                "daily work: one at a time, for a reason that is kept, and so many an hour");
        letOff(
                "POST /api/objects/\\{kind}/\\{id}/papers/\\{paper}/removal",
                "kept, and can be looked at by whoever audits");
        letOff("(POST|PATCH|DELETE) /api/\\{module}/\\{plural}(/\\{id})?", LEDGER);
        letOff("POST /api/objects/\\{kind}/\\{id}/papers", LEDGER);
        letOff("POST /api/energy/readings", "machines bring them, with a token of their own");
        letOff(
                "POST /api/(telemetry|energy|energy/batches)/set-aside/retries",
                "what devices said is stored as it would have been: nothing else can come of it");
        letOff("POST /api/energy/closed-months", "adds what is known already; nothing is lost by it");
        letOff(
                "(POST|PUT|DELETE) /api/ledger/reorganizations(/\\{id}(/preview|/call-off)?)?",
                "a draft, or the end of one: nothing changes before it is applied, which asks");
        letOff(
                "POST /api/workbook/(imports(/\\{id}/cancel)?|export-requests)",
                "asks for something that somebody decides on later, which asks");
        letOff(
                "(POST|PUT|DELETE) /api/supervision/laboratory/(own-rules|trials)(/check|/\\{id}(/end)?)?",
                "a trial, of which nobody is told: taking it in asks");
        letOff("POST /api/supervision/laboratory/thresholds/count", "a question that does not fit into an address");
        letOff("POST /api/supervision/cases/\\{id}/packages", "a wish that a second person decides on, who is asked");
        letOff(
                "(POST|PUT) /api/supervision/(cases|findings|campaigns|visits|risks)(/\\{id})?(/(steps|merge|split|proposals/\\{proposal}|draws|close|answers|contests|finish|drop|inspector))?",
                STEP);
        letOff("POST /api/supervision/(reminders/read|sweeps)", "shows what is there already");
        letOff(
                "(POST|DELETE) /api/supervision/subscriptions/\\{id}(/stop|/resume)?",
                "where it goes to was proved when it was made, and cannot be changed");
    }

    private static void letOff(String operations, String why) {
        LET_OFF.put(Pattern.compile(operations), why);
    }

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Map<String, HandlerMethod> writes() {
        var writes = new TreeMap<String, HandlerMethod>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET && path.startsWith("/api/"))
                                .forEach(method -> writes.put(
                                        method + " " + path.replaceAll("\\{(\\w+):[^{}]*(\\{[^{}]*})?[^{}]*}", "{$1}"),
                                        handler))));
        return writes;
    }

    private static String reason(String operation) {
        return LET_OFF.entrySet().stream()
                .filter(one -> one.getKey().matcher(operation).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private String document() {
        var text = new StringBuilder("""
                # Who proves anew who they are

                Every operation that writes, and whether it asks for a proof (code, passkey or password) of the last ten minutes (`YITI_CONFIRMED_FOR`).
                Made of the code by `StepUpTest` (`YITI_WRITE_DOCS=1`); an operation that writes without a proof gives its reason there, or the build fails.
                No operation that asks for a proof is open to API tokens.

                | operation | proof | why not |
                |---|---|---|
                """);
        writes().forEach((operation, handler) -> text.append("| `%s` | %s | %s |%n"
                .formatted(
                        operation,
                        handler.hasMethodAnnotation(Confirmed.class)
                                ? "fresh"
                                : handler.hasMethodAnnotation(Open.class) ? "before signing in" : "",
                        handler.hasMethodAnnotation(Confirmed.class) ? "" : reason(operation))));
        return text.toString();
    }

    @Test
    void everyWriteSaysWhetherItAsksAnewWhoItIs() throws IOException {
        if (System.getenv("YITI_WRITE_DOCS") != null) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
    }

    @Test
    void whateverWritesAsksOrSaysWhyNot() {
        var silent = writes().entrySet().stream()
                .filter(one -> !one.getValue().hasMethodAnnotation(Confirmed.class))
                .filter(one -> !one.getValue().hasMethodAnnotation(Open.class))
                .map(Map.Entry::getKey)
                .filter(operation -> reason(operation).isEmpty())
                .toList();

        assertThat(silent).isEmpty();
    }

    /** A reason that fits nothing but what asks already would let off whatever stops asking. */
    @Test
    void nobodyIsLetOffInVain() {
        var silent = writes().entrySet().stream()
                .filter(one -> !one.getValue().hasMethodAnnotation(Confirmed.class))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(LET_OFF.keySet())
                .allMatch(pattern -> silent.stream()
                        .anyMatch(operation -> pattern.matcher(operation).matches()));
    }
}
