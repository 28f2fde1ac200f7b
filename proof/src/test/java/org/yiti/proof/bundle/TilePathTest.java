package org.yiti.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.proof.tree.TileId;

class TilePathTest {

    @Test
    void pathsAreThoseOfTheSpecification() {
        assertThat(new TilePath(Content.SHA_256_TILE, new TileId(0, 1_234_067), 256))
                .hasToString("tile/0/x001/x234/067");
        assertThat(new TilePath(Content.SHA_256_TILE, new TileId(2, 0), 1)).hasToString("tile/2/000.p/1");
        assertThat(new TilePath(Content.ENTRIES, new TileId(0, 273), 112)).hasToString("tile/entries/273.p/112");
        assertThat(new TilePath(Content.SM3_TILE, new TileId(1, 1000), 256)).hasToString("sm3/tile/1/x001/000");
    }

    @Property(tries = 300)
    void everyPathIsReadAsItWasWritten(
            @ForAll Content content,
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var path = new TilePath(content, new TileId(content == Content.ENTRIES ? 0 : level, index), width);

        assertThat(TilePath.parse(path.toString())).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/1",
                "tile/0/0001",
                "tile/00/001",
                "tile/64/001",
                "tile/-1/001",
                "tile/0/x001",
                "tile/0/001/002",
                "tile/0/x000/001",
                "tile/0/001.p",
                "tile/0/001.p/0",
                "tile/0/001.p/01",
                "tile/0/001.p/256",
                "tile/0/001.p/999",
                "tile/0/../001",
                "tile/0//001",
                "/tile/0/001",
                "tile/0/001/",
                "tile\\0\\001",
                "tile/0/٠٠١",
                "tile/data/001",
                "sm3/tile/entries/001",
                "SM3/tile/0/001",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void whatIsNotTheOneWayToWriteAPathIsNoPath(String name) {
        assertThat(TilePath.parse(name)).isEmpty();
    }
}
