package org.yiti.identity.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiti.ApiOperation;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;

/** By what a list can be narrowed. Who adds a parameter says here what others have of it, or the build fails. */
final class Filters {

    /**
     * @param foreign what others have
     * @param nobodys what nobody has; null where everybody may have either, such as a code
     */
    record Filter(String name, String foreign, @Nullable String nobodys) {}

    /** Of how a list is shown, not of what is in it. */
    private static final Set<String> SHOWN = Set.of("sort", "after", "limit", "format", "from", "to", "since");
    /** The same for everybody: kinds, states and names of rules. */
    private static final Set<String> EVERYBODYS = Set.of(
            "rule",
            "module",
            "severity",
            "state",
            "minAgeDays",
            "overdue",
            "own",
            "firstSeen.from",
            "firstSeen.to",
            "settledOn.from",
            "settledOn.to",
            "metric",
            "kind",
            "model",
            "ended",
            "view",
            "ledger",
            "discarded",
            "on");

    private final Ledgers ledgers;
    private final World world;

    Filters(Ledgers ledgers, World world) {
        this.ledgers = ledgers;
        this.world = world;
    }

    /** @param row of somebody else, where the operation is about a ledger */
    List<Filter> of(ApiOperation operation, @Nullable Ledger ledger, @Nullable Map<String, Object> row) {
        var filters = new ArrayList<Filter>();
        for (var name : operation.queryParameters()) {
            if (name.equals("institution")) {
                filters.add(new Filter(
                        name,
                        world.institution(Relation.SIBLING).toString(),
                        world.institution(Relation.ABSENT).toString()));
            } else if (ledger != null && ledger.find(name).isPresent()) {
                filters.addAll(of(ledger.column(name), row));
            } else if (!SHOWN.contains(name)) {
                filters.addAll(ofNoLedger(operation, name));
            }
        }
        if (ledger != null && row != null) {
            ledger.references().stream()
                    .filter(reference -> row.get(reference.idName()) != null)
                    .map(reference -> new Filter(
                            reference.idName(),
                            String.valueOf(row.get(reference.idName())),
                            world.institution(Relation.ABSENT).toString()))
                    .forEach(filters::add);
        }
        return filters;
    }

    private static List<Filter> of(Column column, @Nullable Map<String, Object> row) {
        var value = row == null ? null : row.get(column.name());
        if (value == null) {
            return List.of();
        }
        var foreign = String.valueOf(value);
        var nobodys = nobodys(column);
        var exact = new Filter(column.name(), foreign, nobodys);
        return switch (column.kind()) {
            case TEXT -> List.of(exact, new Filter(column.name() + ".like", foreign, nobodys));
            case INTEGER, DECIMAL, DATE, TIME -> List.of(exact, new Filter(column.name() + ".from", foreign, null));
            default -> List.of(exact);
        };
    }

    private static @Nullable String nobodys(Column column) {
        return switch (column.kind()) {
            case TEXT -> "NN-无此值";
            case INTEGER, DECIMAL -> "98765432";
            case DATE -> "1901-01-07";
            case TIME -> "1901-01-07T00:00:00Z";
            default -> null;
        };
    }

    private List<Filter> ofNoLedger(ApiOperation operation, String name) {
        var absent = world.institution(Relation.ABSENT).toString();
        if (name.equals("case")) {
            return List.of(new Filter(name, world.caseFile(Relation.SIBLING).orElseThrow(), absent));
        }
        if (name.equals("q")) {
            return List.of(
                    new Filter(name, world.institutionCode(Relation.SIBLING), "NN-无此值"),
                    new Filter(name, "FM-SIBLING", "FM-NOBODY"),
                    new Filter(name, "matrix-SIBLING", "matrix-NOBODY"));
        }
        if (operation.path().equals("/api/safeguard/audit/entries") && name.equals("parameters")) {
            return List.of(
                    new Filter("actor", "account/matrix-SIBLING", "account/matrix-NOBODY"),
                    new Filter("actor.like", "matrix-SIBLING", "matrix-NOBODY"),
                    new Filter("object", world.institution(Relation.SIBLING).toString(), absent),
                    new Filter("q", world.institution(Relation.SIBLING).toString(), absent));
        }
        if (EVERYBODYS.contains(name)) {
            return List.of();
        }
        return List.of(
                switch (name) {
                    case "subject", "parent" ->
                        new Filter(name, world.institution(Relation.SIBLING).toString(), absent);
                    case "device" ->
                        new Filter(name, world.deviceOf(operation.path().split("/")[2], Relation.NEPHEW), "NN-无此值");
                    case "reason" -> new Filter(name, "aside/matrix-SIBLING", "aside/matrix-NOBODY");
                    case "assignee" -> new Filter(name, "matrix-SIBLING", "matrix-NOBODY");
                    case "finding" ->
                        new Filter(name, world.finding(Relation.SIBLING).orElseThrow(), absent);
                    case "account" ->
                        new Filter(name, world.account(Relation.SIBLING).orElseThrow(), "999999999");
                    default ->
                        throw new AssertionError(
                                "Nobody has said what others have of the parameter " + name + " of " + operation);
                });
    }

    /** The ledger whose list or file the operation gives. */
    @Nullable
    Ledger ledger(ApiOperation operation) {
        return ledgers.all().stream()
                .filter(one -> operation.path().equals("/api/" + one.path())
                        || operation.path().equals("/api/" + one.path() + "/export"))
                .findFirst()
                .orElse(null);
    }
}
