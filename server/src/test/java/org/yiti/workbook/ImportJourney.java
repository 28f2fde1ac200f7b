package org.yiti.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.yiti.Journey;
import org.yiti.Soon;
import org.yiti.identity.Account;
import org.yiti.workbook.file.Cell;
import org.yiti.workbook.file.TableWriter;

/** A journey that hands files in and waits for what becomes of them. */
public abstract class ImportJourney extends Journey {

    private static final Set<String> RESTING = Set.of("CHECKED", "APPLIED", "FAILED", "CANCELLED", "UNDONE");

    protected UUID upload(Account account, String name, byte[] bytes) {
        var result = http.post()
                .multipart()
                .file(new MockMultipartFile("file", name, null, bytes))
                .uri("/api/workbook/imports")
                .with(as(known(account)))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(result).hasStatus(202);
        return UUID.fromString((String) json(result).get("id"));
    }

    protected Map<String, Object> rested(UUID id) throws InterruptedException {
        return Soon.soon(
                "rest of import " + id,
                () -> json(get(ADMINISTRATOR, "/api/workbook/imports/" + id)),
                now -> RESTING.contains(String.valueOf(now.get("state"))));
    }

    protected Map<String, Object> imported(String name, String csv) throws InterruptedException {
        return taken(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    protected List<Map<String, Object>> problems(UUID id) {
        return items(get(ADMINISTRATOR, "/api/workbook/imports/" + id + "/problems"));
    }

    @SuppressWarnings("unchecked")
    protected static Map<String, Object> sheet(Map<String, Object> imported) {
        return ((List<Map<String, Object>>) imported.get("sheets")).get(0);
    }

    protected byte[] body(Account account, String path) throws Exception {
        var result = http.get().uri(path).with(as(account)).exchange(Duration.ofSeconds(20));
        assertThat(result).hasStatusOk();
        return new ByteArrayInputStream(result.getResponse().getContentAsByteArray()).readAllBytes();
    }

    protected static void table(TableWriter writer, String name, List<String> headers, List<String> cells) {
        writer.table(new TableWriter.Table(
                name,
                headers.stream()
                        .map(h -> TableWriter.Column.of(h, TableWriter.Format.TEXT, 12))
                        .toList()));
        writer.row(cells.stream().map(Cell::text).toList());
    }

    /** Takes a file as it is and applies it whole. */
    protected Map<String, Object> taken(String name, byte[] file) throws InterruptedException {
        var id = upload(ADMINISTRATOR, name, file);
        var checked = rested(id);
        assertThat(checked)
                .as(name + " " + checked.get("refusal") + " "
                        + (checked.get("state").equals("CHECKED") ? problems(id) : ""))
                .containsEntry("state", "CHECKED")
                .containsEntry("problems", 0);
        post(ADMINISTRATOR, "/api/workbook/imports/" + id + "/apply", Map.of("skipBad", false));
        var applied = rested(id);
        assertThat(applied).as(name + applied.get("refusal")).containsEntry("state", "APPLIED");
        return applied;
    }

    /** A workbook of sheets given as lines, their cells parted by commas. */
    protected static byte[] workbook(Map<String, List<String>> sheets) {
        var out = new ByteArrayOutputStream();
        var writer = TableWriter.xlsx(out);
        sheets.forEach((name, lines) -> {
            writer.table(new TableWriter.Table(
                    name,
                    Arrays.stream(lines.get(0).split(",", -1))
                            .map(h -> TableWriter.Column.of(h, TableWriter.Format.TEXT, 12))
                            .toList()));
            lines.stream()
                    .skip(1)
                    .forEach(line -> writer.row(
                            Arrays.stream(line.split(",", -1)).map(Cell::text).toList()));
        });
        writer.finish();
        return out.toByteArray();
    }
}
