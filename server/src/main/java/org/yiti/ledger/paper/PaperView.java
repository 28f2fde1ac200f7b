package org.yiti.ledger.paper;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;

/** Papers as the console shows them. */
final class PaperView {

    private PaperView() {}

    record Person(String account, String name) {}

    /** @param shown whether a browser shows the content by itself ({@code ?inline}) */
    record Item(
            UUID id,
            String title,
            String kind,
            Label kindName,
            @Nullable String number,
            @Nullable LocalDate datedOn,
            String fileName,
            String mediaType,
            boolean shown,
            long size,
            String sha256,
            OffsetDateTime addedAt,
            Person addedBy,
            boolean mayRemove) {}

    record Kind(String code, String zh, String en, List<String> aliases) {}

    /**
     * @param kinds to choose from
     * @param extensions of files that are taken
     */
    record Page(
            List<Item> items, boolean mayAdd, List<Kind> kinds, List<String> extensions, long largestBytes, int most) {}

    static List<Kind> kinds() {
        return CodeTables.get(PaperForm.KINDS).codes().stream()
                .map(code -> new Kind(code.code(), code.zh(), code.en(), code.aliases()))
                .toList();
    }

    static Item item(Paper paper, boolean mayRemove) {
        return new Item(
                paper.id(),
                paper.title(),
                paper.kind(),
                kindName(paper.kind()),
                paper.number(),
                paper.datedOn(),
                paper.fileName(),
                paper.mediaType(),
                FileType.isShown(paper.mediaType()),
                paper.size(),
                paper.sha256(),
                paper.addedAt().atOffset(ZoneOffset.ofHours(8)),
                new Person(paper.addedBy(), paper.addedByName()),
                mayRemove);
    }

    static Label kindName(String kind) {
        return CodeTables.get(PaperForm.KINDS).get(kind).label();
    }
}
