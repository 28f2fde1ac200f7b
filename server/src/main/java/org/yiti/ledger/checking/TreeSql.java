package org.yiti.ledger.checking;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.yiti.kernel.ledger.Reference;

/** Rows that come under other rows of the same ledger: never in a circle, and never under a row that is not taken. */
final class TreeSql {

    private final StageSql stage;
    private final String up;

    TreeSql(StageSql stage, Reference self) {
        this.stage = stage;
        this.up = self.db();
    }

    /** True for a row {@code w} whose way up comes back to itself, over what is there and what is about to be. */
    String inCircle() {
        var works = Stream.concat(Stream.of(stage), stage.siblings().stream())
                .map(StageSql::work)
                .toList();
        var incoming = works.stream()
                .map(work -> "select id, " + up + " as above from " + work + " where row_no = first_row union all ")
                .collect(joining());
        var untouched = works.stream()
                .map(work -> " and not exists (select from " + work + " x where x.existing_id = t.id)")
                .collect(joining());
        return """
                w.row_no in (
                  with recursive above as materialized (%1$s
                    select t.id, t.%2$s as above from %3$s t where t.%2$s is not null%4$s),
                  way (row_no, id, at) as (
                    select row_no, id, %2$s from %5$s where %2$s is not null and fate <> 'SAME' and row_no = first_row
                    union
                    select way.row_no, way.id, above.above from way join above on above.id = way.at
                     where above.above is not null and way.at <> way.id)
                  select row_no from way where at = id)
                """.formatted(incoming, up, stage.ledger().name(), untouched, stage.work());
    }

    /** True for a row {@code w} that hangs, however far below, on a new row that cannot be taken. */
    String underBadRow() {
        return """
                w.sound and w.%1$s in (
                  with recursive lost as (
                    select id from %2$s where not sound and existing_id is null
                    union
                    select under.id from %2$s under join lost on under.%1$s = lost.id where under.existing_id is null)
                  select id from lost)
                """.formatted(up, stage.work());
    }
}
