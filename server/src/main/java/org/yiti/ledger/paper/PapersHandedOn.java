package org.yiti.ledger.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiti.ledger.PaperFiles;

@Component
class PapersHandedOn implements PaperFiles {

    private final Papers papers;

    PapersHandedOn(Papers papers) {
        this.papers = papers;
    }

    @Override
    public List<Held> of(UUID holder) {
        return papers.of(holder).stream()
                .map(paper -> new Held(
                        paper.id(),
                        holder,
                        paper.title(),
                        PaperView.kindName(paper.kind()),
                        paper.number(),
                        paper.fileName(),
                        paper.size(),
                        paper.sha256(),
                        paper.addedAt().atOffset(ZoneOffset.ofHours(8)),
                        paper.addedByName()))
                .toList();
    }

    @Override
    public void write(UUID paper, OutputStream out) throws IOException {
        papers.writeTo(paper, out);
    }
}
