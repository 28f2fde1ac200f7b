package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Past;
import org.yiti.kernel.ledger.Reference;
import org.yiti.ledger.Overwritten;

/** The statements that put the sound rows of a stage into its ledger. */
final class MergeSql {

    /** So many new rows make what the planner knows of the ledger untrue. */
    static final int MANY = 1_000;

    private final Ledger ledger;
    private final Set<String> targets = new LinkedHashSet<>();
    private final String work;
    private final boolean correcting;
    private final Set<String> anew;

    /**
     * @param correcting whether rows that are there change since the day they stand for, not since today
     * @param anew what is written although it is equal to what is there
     */
    MergeSql(
            Ledger ledger,
            List<Column> own,
            List<Reference> references,
            String work,
            boolean correcting,
            Set<String> anew) {
        this.ledger = ledger;
        this.work = work;
        this.correcting = correcting;
        this.anew = anew;
        own.forEach(column -> targets.add(column.db()));
        references.forEach(reference -> targets.add(reference.db()));
    }

    /** Only what there is something to do for: an update of no row, planned by outdated statistics, may still read all of them. */
    List<String> all(@Nullable UUID importId, Stage.Outcome outcome) {
        var from = importId == null ? "null::uuid" : "'" + importId + "'::uuid";
        var all = new ArrayList<String>();
        if (outcome.added() > 0) {
            all.add(ledger.isFlow() ? flowing(from) : insert());
        }
        if (outcome.added() >= MANY && !ledger.isFlow()) {
            all.add("analyze " + ledger.name());
        }
        if (outcome.changed() > 0 && ledger.isFlow() && importId != null) {
            all.add(Overwritten.keep(ledger, List.copyOf(targets), importId, changing()));
        }
        if (outcome.changed() > 0) {
            all.add(ledger.isFlow() ? correcting(from) : update());
        }
        return all;
    }

    /** Each row says which import it came with: it has no life line. */
    private String flowing(String from) {
        return "insert into " + ledger.name() + " (" + String.join(", ", targets) + ", import_id) select "
                + targets.stream().map(target -> "w." + target).collect(joining(", ")) + ", " + from + " from " + work
                + " w where w.sound and w.fate = 'NEW'";
    }

    private List<String> flowKey() {
        return List.of(FlowSql.object(ledger).db(), FlowSql.moment(ledger).db());
    }

    private String changing() {
        return work + " w on "
                + flowKey().stream().map("t.%1$s = w.%1$s"::formatted).collect(joining(" and "))
                + " and w.sound and w.fate = 'CHANGED'";
    }

    private String correcting(String from) {
        var key = flowKey();
        var changes = targets.stream()
                .filter(target -> !key.contains(target))
                .map(target -> target + " = w." + target + ", ")
                .collect(joining());
        return "update " + ledger.name() + " t set " + changes + "import_id = " + from + " from " + work + " w where "
                + key.stream().map("t.%1$s = w.%1$s"::formatted).collect(joining(" and "))
                + " and w.sound and w.fate = 'CHANGED'";
    }

    private String insert() {
        var columns = new ArrayList<>(targets);
        var values =
                new ArrayList<>(targets.stream().map(target -> "w." + target).toList());
        columns.add("id");
        values.add("w.id");
        var owner = ledger.owner();
        if (owner != null && !owner.equals("self") && !targets.contains("institution_id")) {
            columns.add("institution_id");
            values.add("w.owner_id");
        }
        return "insert into " + ledger.name() + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from " + work + " w where w.sound and w.fate = 'NEW' order by "
                + KeySql.own(ledger).stream().map(key -> "w." + key + ", ").collect(joining()) + "w.row_no";
    }

    private String update() {
        var dated = ledger.dated();
        var values = targets.stream()
                .filter(target -> dated.isEmpty() || !target.equals(Past.SINCE))
                .map(target -> target + " = " + changed(target))
                .toList();
        return "update " + ledger.name() + " t set " + String.join(", ", values)
                + (dated.isEmpty() ? "" : ", since = " + since(dated)) + " from " + work
                + " w where t.id = w.existing_id and w.sound and w.fate = 'CHANGED'";
    }

    /** A sealed value that is the same keeps its ciphertext, or its life line would tell of a change. */
    private String changed(String target) {
        return KeySql.isSealed(ledger, target) && !anew.contains(target)
                ? "case when kernel.blind(t.%1$s) = kernel.blind(w.%1$s) then t.%1$s else w.%1$s end".formatted(target)
                : "w." + target;
    }

    /** The day that is given; today when none is and something that holds since a day is another. */
    private String since(List<String> dated) {
        var given = targets.contains(Past.SINCE) ? "w.since, " : "";
        var differs = dated.stream().map("t."::concat).collect(joining(", ", "(", ")")) + " is distinct from "
                + dated.stream().map("w."::concat).collect(joining(", ", "(", ")"));
        return correcting
                ? "coalesce(" + given + "t.since)"
                : "coalesce(" + given + "case when " + differs + " then " + Past.TODAY + " end, t.since)";
    }
}
