package org.yiti.safeguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.proof.tree.Tree;
import org.yiti.safeguard.Act;

/** Ways that are there for speed alone lead to the same as the plain ones. */
class WrittenAlikeTest {

    @TempDir
    Path place;

    private AuditedHouse house;

    @BeforeEach
    void aHouse() {
        house = AuditedHouse.fresh(place.resolve("keys"));
    }

    /** Few go by a statement and many by COPY; whoever reads them cannot tell. */
    @Test
    void fewEntriesAreKeptAsManyAre() {
        var row = UUID.randomUUID();
        seal(1, row);
        seal(40, row);

        assertThat(house.size()).isEqualTo(41);
        assertThat(house.jdbc.sql("""
                                select count(distinct (to_jsonb(e) - 'seq' - 'salt' - 'leaf' - 'hash')) as kinds,
                                       bool_and(length(salt) = 32 and octet_length(hash) = 64 and (leaf::jsonb ->> 'seq')::bigint = seq
                                                and clear ->> 'reason' = '"no"' and rows = array[:row, :row]) as whole
                                  from safeguard.entry e
                                """).param("row", row).query().singleRow())
                .containsEntry("kinds", 1L)
                .containsEntry("whole", true);
        house.sign();
        assertThat(house.verified(place, house.vkeys()).exit()).isZero();
    }

    private void seal(int acts, UUID row) {
        var act = Act.of("data.read", "organization.person", UUID.fromString("00000000-0000-7000-8000-000000000001"))
                .of(List.of(row, row))
                .in(UUID.fromString("00000000-0000-7000-8000-000000000002"))
                .with("reason", "\"no\"");
        house.transaction.executeWithoutResult(status -> {
            for (var i = 0; i < acts; i++) {
                Gathered.add(Draft.of(act, "house", AuditedHouse.CLOCK.instant()));
            }
        });
    }

    @Test
    void tilesThatAreReadAtOnceMakeTheSameProofs() {
        house.with(70, "house");
        house.transaction.executeWithoutResult(status -> house.jdbc.sql("""
                        insert into organization.division (code, name, level)
                        select (800000 + n)::text, '区划' || n, 'COUNTY' from generate_series(1, 66000) n
                        """).update());
        for (var size : List.of(1L, 2L, 255L, 256L, 257L, 512L, 65_535L, 65_536L, 65_537L, 66_070L)) {
            for (var index : List.of(0L, 1L, 254L, 255L, 256L, 300L, 65_535L, 65_536L, 66_069L)) {
                if (index < size) {
                    assertThat(new Tree(Leaves.TREE, house.store.around(index, size), size)
                                    .inclusion(index, size)
                                    .path())
                            .as("entry %s of %s", index, size)
                            .isEqualTo(new Tree(Leaves.TREE, house.store, size)
                                    .inclusion(index, size)
                                    .path());
                }
            }
        }
    }

    @Test
    void anEntryThatWasTakenAwayLeavesTheSameGap() {
        house.with(300, "house");
        house.tamper("delete from safeguard.entry where seq in (7, 300)");

        assertThat(new Tree(Leaves.TREE, house.store.around(2, 300), 300)
                        .inclusion(2, 300)
                        .path())
                .isEqualTo(new Tree(Leaves.TREE, house.store, 300)
                        .inclusion(2, 300)
                        .path());
    }
}
