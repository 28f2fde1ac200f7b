package org.yiti.identity.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.yiti.ApiOperation;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/** With what an operation is tried. */
final class Targets {

    /**
     * @param id of what lies there, put into the path
     * @param isPersonal nobody but its owner is told of it, however near they are
     */
    record Target(
            String name,
            String pattern,
            BiFunction<World, Relation, Optional<String>> id,
            boolean isPersonal,
            @Nullable String body) {

        Target(String name, String pattern, BiFunction<World, Relation, Optional<String>> id) {
            this(name, pattern, id, false, null);
        }

        Optional<String> path(World world, Relation relation) {
            return id.apply(world, relation).map(found -> pattern.replaceFirst("\\{(id|seq)}", found));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Targets() {}

    static List<Target> of(ApiOperation operation, Ledgers ledgers) {
        var pattern = operation.path() + query(operation);
        if (operation.isOf("/api/objects/{kind}/{id}")) {
            return ofKinds(pattern, ledgers);
        }
        if (operation.isOf("/api/safeguard/audit/entries/")) {
            return List.of(new Target("entry", pattern, World::entry));
        }
        if (operation.isOf("/api/supervision/findings/")) {
            return List.of(new Target("finding", pattern, World::finding));
        }
        if (operation.isOf("/api/supervision/cases/")) {
            var nothing = "00000000-0000-4000-8000-00000000dead";
            return List.of(new Target(
                    "case", pattern.replace("{proposal}", nothing).replace("{request}", nothing), World::caseFile));
        }
        if (operation.isOf("/api/supervision/campaigns/")) {
            return List.of(new Target("campaign", pattern.replace("{n}", "1"), World::campaign));
        }
        if (operation.isOf("/api/supervision/visits/")) {
            return List.of(new Target("visit", pattern, World::visit));
        }
        if (operation.path().contains("{token}")) {
            return List.of(new Target(
                    "token",
                    pattern.replace("{token}", "00000000-0000-4000-8000-00000000dead"),
                    (world, relation) -> relation.isInScope() ? Optional.empty() : world.account(relation)));
        }
        if (operation.isOf("/api/identity/accounts/")) {
            return List.of(new Target("account", pattern, World::account));
        }
        if (operation.isOf("/api/workbook/export-requests/")) {
            return List.of(elsewhere("workbook.export_request", "institution_id", pattern));
        }
        if (operation.isOf("/api/ledger/reorganizations/")) {
            return List.of(new Target("reorganization", pattern, World::reorganization));
        }
        if (operation.isOf("/api/identity/left-behind/")) {
            return List.of(elsewhere("identity.left_behind", "institution_id", pattern));
        }
        if (operation.isOf("/api/identity/grants/")) {
            return List.of(new Target("grant", pattern, World::grant));
        }
        if (operation.isOf("/api/identity/choices/institutions/", "/api/supervision/risks/")) {
            return List.of(row(ledgers.get("organization.institution"), pattern));
        }
        if (operation.path().matches("/api/(telemetry|energy|energy/batches)/set-aside/\\{id}")) {
            return List.of(new Target(
                    "aside",
                    pattern,
                    (world, relation) ->
                            world.aside(operation.path().replaceAll("^/api/|/set-aside.*$", ""), relation)));
        }
        if (operation.isOf("/api/workbook/imports/")) {
            return List.of(new Target("import", pattern, World::incoming, true, null));
        }
        if (operation.isOf("/api/identity/")) {
            return List.of(personal(operation, pattern));
        }
        var ledger = ledgers.all().stream()
                .filter(one -> operation.path().startsWith("/api/" + one.path() + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No ledger has " + operation));
        // No terminal here has taken one.
        return List.of(row(ledger, pattern.replace("{picture}", "1")));
    }

    private static Target personal(ApiOperation operation, String pattern) {
        var table = Map.of(
                        "sessions", "session",
                        "authenticators", "authenticator",
                        "passkeys", "passkey",
                        "tokens", "api_token",
                        "links", "provider_link",
                        "own-rights", "grant")
                .get(operation.path().split("/")[3]);
        if (table == null) {
            throw new AssertionError("Nobody has said where " + operation + " finds what it is about");
        }
        return new Target(
                table, pattern, (world, relation) -> world.ofAccount("identity." + table, relation), true, null);
    }

    private static Target elsewhere(String table, String owner, String pattern) {
        return new Target(table, pattern, (world, relation) -> world.elsewhere(table, owner, relation));
    }

    private static Target row(Ledger ledger, String pattern) {
        return row(ledger, pattern, null);
    }

    private static Target row(Ledger ledger, String pattern, @Nullable String body) {
        return new Target(ledger.name(), pattern, (world, relation) -> world.row(ledger, relation), false, body);
    }

    /** A column that the ledger has: what it has not is refused before anybody looks for the row. */
    private static @Nullable String reveal(Ledger ledger, String pattern) {
        return pattern.endsWith("/reveal")
                ? "{\"column\": \"%s\", \"purpose\": \"SERVICE\", \"reason\": \"矩阵测试\"}"
                        .formatted(ledger.columns().get(0).name())
                : null;
    }

    private static List<Target> ofKinds(String pattern, Ledgers ledgers) {
        var all = new ArrayList<Target>();
        for (var ledger : ledgers.all()) {
            var kind = ledger.objectKind();
            if (kind != null && (!pattern.contains("{paper}") || kind.equals("institution"))) {
                var ofKind = pattern.replace("{kind}", kind).replace("/papers/{paper}", "");
                all.add(
                        pattern.contains("{paper}")
                                ? new Target("paper", ofKind, World::holderAndPaper)
                                : row(ledger, ofKind, reveal(ledger, pattern)));
            }
        }
        if (pattern.contains("/papers") && !pattern.contains("{paper}")) {
            all.add(new Target("finding", pattern.replace("{kind}", "finding"), World::finding));
            all.add(new Target("visit", pattern.replace("{kind}", "visit"), World::visit));
        }
        return all;
    }

    /** What an operation will not do without. */
    private static String query(ApiOperation operation) {
        if (operation.path().endsWith("/export")) {
            return "?format=csv";
        }
        if (operation.method().equals("DELETE") && !operation.isOf("/api/identity/")) {
            return "?version=-1";
        }
        if (operation.path().equals("/api/telemetry/terminals/{id}/facts")
                || operation.path().endsWith("/raw-readings")) {
            return "?from=2026-10-01T00:00:00Z&to=2026-10-07T00:00:00Z";
        }
        return operation.path().matches("/api/energy/meters/\\{id}/(days|parts|series|intervals|balance|facts)")
                ? "?from=2026-10-01&to=2026-10-07"
                : "";
    }

    static boolean takesInstitution(ApiOperation operation) {
        return operation.isOf(
                                "/api/premises/",
                                "/api/fleet/",
                                "/api/energy/",
                                "/api/assets/",
                                "/api/reception/",
                                "/api/funds/",
                                "/api/datasecurity/",
                                "/api/organization/",
                                "/api/telemetry/",
                                "/api/insight/")
                        && !operation.path().endsWith("/export")
                || operation.path().equals("/api/supervision/findings")
                || operation.path().matches("/api/supervision/(suspicions|figures|risks|board|to-mend)")
                || operation.path().equals("/api/safeguard/audit/entries");
    }

    static List<String> lists(ApiOperation operation, Ledgers ledgers, World world) {
        if (operation.path().endsWith("/export")) {
            return List.of(operation.path() + "?format=csv");
        }
        if (operation.path().equals("/api/search")) {
            return world.wordsOfOthers().stream()
                    .map(word -> "/api/search?q=" + word)
                    .toList();
        }
        if (operation.path().contains("{id}")) {
            return List.of(operation
                    .path()
                    .replace("{id}", world.institution(Relation.SIBLING).toString()));
        }
        return List.of(operation.path() + "?limit=500");
    }
}
