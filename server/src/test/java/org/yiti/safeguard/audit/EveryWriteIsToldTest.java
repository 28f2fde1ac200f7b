package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiti.ApiOperation;

/**
 * What each operation that writes leaves in the audit log. Who adds one says it here, or the build fails; what is said must
 * be an action of the code and stand in the guide.
 */
class EveryWriteIsToldTest {

    private static final Path GUIDE = Path.of("../docs/guide/safeguard/audit.md");
    /** Nothing is done by it that could be told: why. */
    private static final String NOTHING = "nothing: ";

    private static final String LEDGERS =
            "/api/(premises|fleet|energy|organization|telemetry|assets|reception|funds|datasecurity)/[a-z-]+";

    /** The first that fits holds. */
    private static final Map<String, String> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put("POST /api/energy/readings", NOTHING + "devices speak, and who brought a batch stands in it");
        TOLD.put("POST /api/energy/closed-months", "month.closed");
        TOLD.put("POST /api/telemetry/nearby", "data.searched");
        TOLD.put("POST /api/(telemetry|energy|energy/batches)/set-aside/retries", "aside.taken");
        TOLD.put("POST /api/(telemetry|energy|energy/batches)/set-aside/discards", "aside.discarded");
        TOLD.put("POST /api/telemetry/terminals/\\{id}/commands", "terminal.commanded");
        TOLD.put("POST " + LEDGERS, "ledger.created");
        TOLD.put("PATCH " + LEDGERS + "/\\{id}", "ledger.changed");
        TOLD.put("DELETE " + LEDGERS + "/\\{id}", "ledger.removed");
        TOLD.put("POST /api/identity/accounts", "account.opened");
        TOLD.put("PUT /api/identity/accounts/\\{id}", "account.changed");
        TOLD.put("DELETE /api/identity/accounts/\\{id}/authenticators", "factor.removed");
        TOLD.put("POST /api/identity/accounts/\\{id}/invitation", "invitation.issued");
        TOLD.put("POST /api/identity/accounts/\\{id}/leaving", "account.left");
        TOLD.put("DELETE /api/identity/(accounts/\\{id}/)?sessions(/\\{id})?", "session.ended");
        TOLD.put("POST /api/identity/(accounts/\\{id}/)?tokens", "token.issued");
        TOLD.put("DELETE /api/identity/(accounts/\\{id}/)?tokens/\\{(id|token)}", "token.revoked");
        TOLD.put("POST /api/identity/authenticators", NOTHING + "it counts once it is confirmed");
        TOLD.put("POST /api/identity/authenticators/recovery-codes", "factor.codes-drawn");
        TOLD.put("POST /api/identity/authenticators/\\{id}/confirmation", "factor.added");
        TOLD.put("DELETE /api/identity/(authenticators|passkeys)/\\{id}", "factor.removed");
        TOLD.put("POST /api/identity/passkeys", "factor.added");
        TOLD.put("PUT /api/identity/passkeys/\\{id}", "factor.renamed");
        TOLD.put(".*/challenge", NOTHING + "a question, good once and for minutes");
        TOLD.put(".*/departure", NOTHING + "the way to a provider, good once and for minutes");
        TOLD.put("POST /api/identity/grants(/first)?", "grant.given");
        TOLD.put("DELETE /api/identity/grants/\\{id}", "grant.revoked");
        TOLD.put("POST /api/identity/invitations/(accept|provider)", "invitation.accepted");
        TOLD.put("POST /api/identity/left-behind/\\{id}/successor", "account.handed-over");
        TOLD.put("POST /api/identity/links", "provider.linked");
        TOLD.put("DELETE /api/identity/links/\\{id}", "provider.unlinked");
        TOLD.put("POST /api/identity/own-rights/delegations", "grant.delegated");
        TOLD.put("DELETE /api/identity/own-rights/delegations/\\{id}", "grant.revoked");
        TOLD.put("PUT /api/identity/own-rights/purpose", "session.purpose-changed");
        TOLD.put("POST /api/identity/password", "password.changed");
        TOLD.put("DELETE /api/identity/session", "session.signed-out");
        TOLD.put("POST /api/identity/session/confirmation(/passkey)?", "session.confirmed");
        TOLD.put(
                "POST /api/identity/session(/passkey|/provider|/second-factor|/second-factor/passkey)?",
                "session.signed-in");
        TOLD.put("(POST|PUT) /api/ledger/reorganizations(/\\{id})?", "reorganization.drafted");
        TOLD.put("DELETE /api/ledger/reorganizations/\\{id}", "reorganization.dropped");
        TOLD.put("POST /api/ledger/reorganizations/\\{id}/preview", NOTHING + "what it does is taken back at once");
        TOLD.put("POST /api/ledger/reorganizations/\\{id}/apply", "reorganization.applied");
        TOLD.put("POST /api/ledger/reorganizations/\\{id}/call-off", "reorganization.called-off");
        TOLD.put("POST /api/ledger/reorganizations/\\{id}/undo", "reorganization.undone");
        TOLD.put("POST /api/objects/\\{kind}/\\{id}/destruction", "data.destroyed");
        TOLD.put("POST /api/objects/\\{kind}/\\{id}/papers", "paper.added");
        TOLD.put("POST /api/objects/\\{kind}/\\{id}/papers/\\{paper}/removal", "paper.removed");
        TOLD.put("POST /api/objects/\\{kind}/\\{id}/reveal", "data.revealed");
        TOLD.put("POST /api/safeguard/data-keys", "data.key-made");
        TOLD.put("POST /api/safeguard/retention/runs", "data.purged");
        TOLD.put("POST /api/supervision/findings/\\{id}/steps", "finding.…");
        TOLD.put("POST /api/supervision/cases(/\\{id}/(steps|merge|split|proposals/\\{proposal}))?", "case.…");
        TOLD.put("POST /api/supervision/cases/\\{id}/packages", "case.package-requested");
        TOLD.put("POST /api/supervision/cases/\\{id}/packages/\\{request}/decision", "case.package-approved");
        TOLD.put("POST /api/supervision/cases/\\{id}/packages/\\{request}/file", "case.package-taken");
        TOLD.put("POST /api/supervision/campaigns", "campaign.planned");
        TOLD.put("POST /api/supervision/campaigns/\\{id}/draws", "campaign.drawn");
        TOLD.put("POST /api/supervision/campaigns/\\{id}/close", "campaign.closed");
        TOLD.put("PUT /api/supervision/visits/\\{id}/answers", "visit.answered");
        TOLD.put("POST /api/supervision/visits/\\{id}/finish", "visit.finished");
        TOLD.put("POST /api/supervision/visits/\\{id}/drop", "visit.dropped");
        TOLD.put("PUT /api/supervision/visits/\\{id}/inspector", "visit.given");
        TOLD.put("(POST|PUT) /api/supervision/laboratory/own-rules(/\\{id})?", "own-rule.written");
        TOLD.put("POST /api/supervision/laboratory/own-rules/check", "own-rule.checked");
        TOLD.put("DELETE /api/supervision/laboratory/own-rules/\\{id}", "own-rule.removed");
        TOLD.put("POST /api/supervision/laboratory/own-rules/\\{id}/taken-in", "own-rule.taken-in");
        TOLD.put(
                "POST /api/supervision/laboratory/thresholds/count",
                NOTHING + "a question that does not fit into an address");
        TOLD.put("POST /api/supervision/laboratory/trials", "trial.started");
        TOLD.put("DELETE /api/supervision/laboratory/trials/\\{id}", "trial.removed");
        TOLD.put("POST /api/supervision/laboratory/trials/\\{id}/(end|live)", "trial.ended");
        TOLD.put("PUT /api/supervision/parameters/\\{id}/confirmation", "parameter.confirmed");
        TOLD.put("POST /api/supervision/risks/\\{id}/answers", "figure.contest-answered");
        TOLD.put("POST /api/supervision/risks/\\{id}/contests", "figure.contested");
        TOLD.put("POST /api/supervision/reminders/read", NOTHING + "whether somebody has seen what waits for them");
        TOLD.put("POST /api/supervision/subscriptions", "subscription.made");
        TOLD.put("POST /api/supervision/subscriptions/\\{id}/stop", "subscription.stopped");
        TOLD.put("POST /api/supervision/subscriptions/\\{id}/resume", "subscription.resumed");
        TOLD.put("DELETE /api/supervision/subscriptions/\\{id}", "subscription.removed");
        TOLD.put("PUT /api/supervision/rules/\\{id}/enabled", "rule.switched-on");
        TOLD.put("POST /api/supervision/sweeps", "sweep.started");
        TOLD.put("POST /api/workbook/export-requests", "export.requested");
        TOLD.put("POST /api/workbook/export-requests/\\{id}/decision", "export.approved");
        TOLD.put("POST /api/workbook/export-requests/\\{id}/file", "export.taken");
        TOLD.put("POST /api/workbook/imports", "import.handed-in");
        TOLD.put("POST /api/workbook/imports/\\{id}/apply", "import.applied");
        TOLD.put("POST /api/workbook/imports/\\{id}/cancel", "import.cancelled");
        TOLD.put("POST /api/workbook/imports/\\{id}/undo", "import.undone");
    }

    @Test
    void everyOperationThatWritesSaysWhatItLeavesInTheLog() throws IOException {
        var guide = Files.readString(GUIDE);
        var code = sources();
        var wrong = new ArrayList<String>();
        var count = 0;
        for (var operation : ApiOperation.all()) {
            if (!operation.method().equals("GET")) {
                count++;
                var told = told(operation);
                if (told == null) {
                    wrong.add("nobody has said what " + operation + " leaves in the log");
                } else if (!told.startsWith(NOTHING)) {
                    if (!guide.contains("`" + told + "`")) {
                        wrong.add(told + " does not stand in the guide: " + operation);
                    }
                    if (!written(code, told)) {
                        wrong.add(told + " is written by nothing: " + operation);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(250);
    }

    private static String told(ApiOperation operation) {
        return TOLD.entrySet().stream()
                .filter(one -> operation.toString().matches(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Some are put together of a word and the name of a state or step. */
    private static boolean written(String code, String told) {
        return List.of("import.", "finding.", "ledger.", "case.…").stream().anyMatch(told::startsWith)
                || code.contains("\"" + told + "\"");
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(EveryWriteIsToldTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
