package org.yiti.supervision.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiti.document.Printing;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.ledger.PaperFiles;
import org.yiti.safeguard.Sight;
import org.yiti.safeguard.Vouch;
import org.yiti.supervision.CaseDossiers;
import org.yiti.supervision.FindingDossiers;
import org.yiti.supervision.SupervisionRefusal;
import org.yiti.workbook.TableDownload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every file of a case's evidence. What is not to leave is not in any of them. */
@Component
class WritePackage {

    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 1000;
    private static final int MOST_PROOFS = 300;

    private final FindingDossiers findings;
    private final PaperFiles papers;
    private final Vouch vouch;
    private final JsonMapper json;
    private final Printing printing;
    private final Scope scope;
    private final Clock clock;

    WritePackage(
            FindingDossiers findings,
            PaperFiles papers,
            Vouch vouch,
            JsonMapper json,
            Printing printing,
            Scope scope,
            Clock clock) {
        this.findings = findings;
        this.papers = papers;
        this.vouch = vouch;
        this.json = json;
        this.printing = printing;
        this.scope = scope;
        this.clock = clock;
    }

    /** @param isWhole with what people wrote and with the files of papers */
    void write(Packing files, CaseDossiers.Dossier file, Sight sight, boolean isWhole) {
        var whole = told(file.whole(), isWhole);
        files.put("case.json", pretty(whole));
        var told = new ArrayList<ReadablePage.Found>();
        var objects = new LinkedHashSet<UUID>(file.findings());
        objects.add(file.id());
        objects.addAll(file.others());
        for (var id : file.findings()) {
            var dossier = findings.tell(id, sight);
            var page = told(dossier.whole(), isWhole);
            told.add(new ReadablePage.Found(page, dossier.ruleHash()));
            objects.add(dossier.subject());
            write(files, dossier, page);
        }
        var held = new ArrayList<>(papers.of(file.id()));
        file.others().forEach(other -> held.addAll(papers.of(other)));
        file.findings().forEach(finding -> held.addAll(papers.of(finding)));
        told.forEach(found -> photosOfVisit(found.whole()).forEach(held::add));
        held.forEach(paper -> objects.add(paper.id()));
        writePapers(files, held, isWhole);
        var proofs = writeProofs(files, objects);
        var mark = TableDownload.mark(scope.account(), clock);
        var readable = ReadablePage.of(
                new ReadablePage.Content(whole, told, held, isWhole, proofs, files.entries(), mark, clock.instant()));
        files.put("index.html", printing.web(readable));
        var printed = printing.pages(readable);
        files.put("case.pdf", printed.pdf());
        files.put("case.ofd", printed.ofd());
    }

    /** What was seen on the spot was photographed there: the photographs lie with the visit. */
    private Stream<PaperFiles.Held> photosOfVisit(JsonNode page) {
        return Told.list(page.path("related")).stream().flatMap(one -> {
            var named = Told.list(one.path("photos")).stream()
                    .map(JsonNode::asString)
                    .toList();
            return named.isEmpty()
                    ? Stream.empty()
                    : papers.of(UUID.fromString(one.path("id").asString())).stream()
                            .filter(paper -> named.contains(paper.id().toString()));
        });
    }

    /** What may be done with it by whoever asked is nobody's business later on. */
    private ObjectNode told(Map<String, Object> page, boolean isWhole) {
        ObjectNode whole = json.valueToTree(page);
        whole.remove(List.of("steps", "mayWork", "mayOpenCase", "leftToOthers"));
        if (!isWhole) {
            Stream.of("history", "proposals")
                    .flatMap(list -> Told.list(whole.path(list)).stream())
                    .filter(ObjectNode.class::isInstance)
                    .forEach(event -> ((ObjectNode) event).remove(List.of("note", "paper")));
        }
        return whole;
    }

    private void write(Packing files, FindingDossiers.Dossier dossier, JsonNode page) {
        var folder = "findings/" + dossier.number() + "/";
        files.put(folder + "finding.json", pretty(page));
        files.put(folder + "facts.json", pretty(json.valueToTree(dossier.facts())));
        files.put(folder + "parameters.json", pretty(page.path("parameters")));
        files.put(folder + "clauses.json", pretty(page.path("basis")));
        var steps = new StringBuilder();
        var n = 1;
        for (var step : Computation.steps(page)) {
            steps.append(n++).append(". ").append(step).append('\n');
        }
        files.put(folder + "computation.txt", steps.toString().getBytes(UTF_8));
        Sketch.of(page).forEach((name, drawing) -> files.put(folder + "pictures/" + name, printing.picture(drawing)));
        RuleFolder.write(files, folder + "rule/", dossier);
    }

    private void writePapers(Packing files, List<PaperFiles.Held> held, boolean isWhole) {
        var list = json.createArrayNode();
        for (var paper : held) {
            var one = list.addObject();
            one.put("kind", paper.kind().zh());
            one.put("size", paper.size());
            one.put("sha256", paper.sha256());
            one.put("addedAt", paper.addedAt().toString());
            if (isWhole) {
                var path = "papers/" + paper.id() + ending(paper.fileName());
                one.put("file", path);
                one.put("title", paper.title());
                one.put("fileName", paper.fileName());
                one.put("addedBy", paper.addedBy());
                refuseIfTooLarge(files.size() + paper.size());
                files.put(path, out -> papers.write(paper.id(), out));
            }
        }
        files.put("papers.json", pretty(list));
    }

    private static void refuseIfTooLarge(long size) {
        if (size > (long) MOST_MEGABYTES * MEGABYTE) {
            throw new Refused(SupervisionRefusal.PACKAGE_TOO_LARGE, Map.of("most", MOST_MEGABYTES));
        }
    }

    private static String ending(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1);
        return ending.matches("[A-Za-z0-9]{1,5}") ? "." + ending.toLowerCase(Locale.ROOT) : "";
    }

    private int writeProofs(Packing files, Set<UUID> objects) {
        var proofs = vouch.proofs(objects, MOST_PROOFS);
        proofs.forEach(proof -> files.put("proofs/" + proof.seq() + ".json", proof.json()));
        files.put("keys.txt", (String.join("\n", vouch.keys()) + "\n").getBytes(UTF_8));
        return proofs.size();
    }

    private byte[] pretty(JsonNode node) {
        return (json.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n").getBytes(UTF_8);
    }
}
