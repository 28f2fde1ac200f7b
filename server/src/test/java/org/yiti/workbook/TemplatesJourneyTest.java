package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.workbook.file.Limits;
import org.yiti.workbook.file.WorkbookFile;

class TemplatesJourneyTest extends Journey {

    @Test
    void givesOneWorkbookWithASheetForEachLedgerAskedFor() throws Exception {
        var result = http.get()
                .uri("/api/workbook/templates?ledgers=premises.room,premises.building")
                .with(as(ADMINISTRATOR))
                .exchange(Duration.ofSeconds(20));
        var file = Files.createTempFile("template", ".xlsx");
        Files.write(file, result.getResponse().getContentAsByteArray());

        try (var workbook = WorkbookFile.open(file, "template.xlsx", Limits.DEFAULT)) {
            assertThat(workbook.sheets())
                    .filteredOn(sheet -> !sheet.hidden())
                    .extracting(WorkbookFile.Sheet::name)
                    .containsExactly("填写说明", "建筑", "房间");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void doesNotGiveAnEmptyWorkbookForALedgerThatIsNone() {
        var result = http.get()
                .uri("/api/workbook/templates?ledgers=premises.room,premises.rooms")
                .with(as(ADMINISTRATOR))
                .exchange();

        assertThat(result).hasStatus(404);
        assertThat(json(result)).containsEntry("ledger", "premises.rooms");
    }
}
