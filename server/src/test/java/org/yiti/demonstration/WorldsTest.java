package org.yiti.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiti.TestDatabase;

class WorldsTest {

    private static final Manifest PLANTED = new Manifest(
            List.of(), List.of(new NearMiss("premises.office-area", "A-1", "exactly at the limit")), List.of());

    @TempDir
    private Path data;

    private Worlds worlds() {
        return new Worlds("city", 2026, data, TestDatabase.fresh().jdbc(), Clock.systemUTC());
    }

    @Test
    void what_is_planted_in_a_house_is_told_in_its_data_folder() throws Exception {
        worlds().tellPlanted(Scale.CITY, 0, PLANTED);

        assertThat(Files.readString(data.resolve("demonstration/manifest.csv")))
                .isEqualTo(WriteManifest.csv(PLANTED))
                .contains("near miss,premises.office-area,A-1");
        assertThat(Files.readString(data.resolve("demonstration/manifest.json")))
                .isEqualTo(WriteManifest.json(PLANTED));
    }

    @Test
    void a_province_has_a_manifest_for_every_city() {
        var worlds = worlds();
        worlds.tellPlanted(Scale.PROVINCE, 0, PLANTED);
        worlds.tellPlanted(Scale.PROVINCE, 41, PLANTED);

        assertThat(data.resolve("demonstration"))
                .isDirectoryContaining("glob:**manifest-01.csv")
                .isDirectoryContaining("glob:**manifest-42.json");
    }

    @Test
    void a_folder_that_cannot_be_written_does_not_keep_the_house_from_loading() throws Exception {
        Files.createFile(data.resolve("demonstration"));

        assertThatCode(() -> worlds().tellPlanted(Scale.CITY, 0, PLANTED)).doesNotThrowAnyException();
    }
}
