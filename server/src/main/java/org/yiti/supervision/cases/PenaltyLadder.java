package org.yiti.supervision.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code standards/penalties.yml}: what the law names for breaches of some rules. Guidance, never a decision. */
@Component
class PenaltyLadder {

    private record Rung(CaseView.Guidance guidance, List<String> rules) {

        /** Names a rule, or all of a module by {@code module.*}. */
        boolean isAbout(String rule) {
            return rules.stream()
                    .anyMatch(one -> one.endsWith(".*")
                            ? rule.startsWith(one.substring(0, one.length() - 1))
                            : rule.equals(one));
        }
    }

    private final List<Rung> rungs = read();

    List<CaseView.Guidance> of(Set<String> rules) {
        return rungs.stream()
                .filter(rung -> rules.stream().anyMatch(rung::isAbout))
                .map(Rung::guidance)
                .toList();
    }

    /** Every rule or module that is named, so that a test can see whether there is such a one. */
    List<String> names() {
        return rungs.stream().flatMap(rung -> rung.rules().stream()).toList();
    }

    private static List<Rung> read() {
        try (var stream = PenaltyLadder.class.getResourceAsStream("/standards/penalties.yml")) {
            var file = YAMLMapper.builder()
                    .build()
                    .readTree(Objects.requireNonNull(stream, "standards/penalties.yml")
                            .readAllBytes());
            return StreamSupport.stream(file.get("ladder").spliterator(), false)
                    .map(PenaltyLadder::rung)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rung rung(JsonNode node) {
        var measures = StreamSupport.stream(node.get("measures").spliterator(), false)
                .map(one -> new CaseView.Measure(label(one.get("when")), label(one.get("measure"))))
                .toList();
        return new Rung(
                new CaseView.Guidance(
                        node.get("id").stringValue(),
                        label(node.get("matter")),
                        node.get("source").stringValue(),
                        node.get("article").stringValue(),
                        node.get("confidence").stringValue(),
                        measures),
                StreamSupport.stream(node.get("rules").spliterator(), false)
                        .map(JsonNode::stringValue)
                        .toList());
    }

    private static Label label(JsonNode node) {
        return new Label(node.get("zh").stringValue(), node.get("en").stringValue());
    }
}
