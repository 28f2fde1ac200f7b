package org.yiti.supervision.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.LawBook;
import org.yiti.law.Metric;
import org.yiti.supervision.figures.FigureView.Definition;
import org.yiti.supervision.figures.FigureView.Dimension;

/** What every figure means, in words. */
@Component
class Dictionary {

    private final LawBook law;

    Dictionary(LawBook law) {
        this.law = law;
    }

    List<Definition> all() {
        return law.metrics().stream().map(Dictionary::definition).toList();
    }

    Optional<Metric> find(String id) {
        return law.metrics().stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    static Definition definition(Metric metric) {
        return new Definition(
                metric.id(),
                metric.title(),
                dimension(metric.dimension()),
                metric.subject(),
                metric.unit(),
                metric.formula(),
                metric.source(),
                metric.risky(),
                metric.figure());
    }

    static Dimension dimension(String code) {
        return new Dimension(code, word("risk-dimension", code));
    }

    /** The group of its like, part by part. */
    static List<Label> like(Metric metric, String peers) {
        var codes = peers.split("\\|");
        var words = new ArrayList<Label>();
        for (int i = 0; i < codes.length && i < metric.like().size(); i++) {
            words.add(word(metric.like().get(i), codes[i]));
        }
        return words;
    }

    private static Label word(String table, String code) {
        return CodeTables.get(table).find(code).map(found -> found.label()).orElse(new Label(code, code));
    }
}
