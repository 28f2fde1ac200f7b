package org.yiti.supervision.suspicion;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.LawBook;
import org.yiti.law.SuspicionModel;

/** The models that ship, in words. */
@Component
class Shelf {

    private static final Label UNKNOWN = new Label("—", "—");

    private final LawBook law;
    private final JdbcClient database;

    Shelf(LawBook law, JdbcClient database) {
        this.law = law;
        this.database = database;
    }

    Label title(String model) {
        return law.models().stream()
                .filter(one -> one.id().equals(model))
                .map(SuspicionModel::title)
                .findFirst()
                .orElse(UNKNOWN);
    }

    Label innocent(String model, String signal) {
        return law.models().stream()
                .filter(one -> one.id().equals(model))
                .flatMap(one -> one.signals().stream())
                .filter(one -> one.code().equals(signal))
                .map(SuspicionModel.Signal::innocent)
                .findFirst()
                .orElse(UNKNOWN);
    }

    static Label signal(String code) {
        return word("suspicion-signal", code);
    }

    static Label evidence(String code) {
        return word("evidence-group", code);
    }

    private static Label word(String table, String code) {
        return CodeTables.get(table).find(code).map(found -> found.label()).orElse(new Label(code, code));
    }

    /** With the weight each signal has where no region set its own. */
    List<SuspicionView.Model> models() {
        var weights = new HashMap<String, BigDecimal>();
        database.sql("""
                        select dims ->> 'signal' as signal, value from law.parameter_value
                         where parameter_id = 'suspicion-weight' and division is null and valid @> current_date
                        """).query(row -> {
            weights.put(row.getString("signal"), row.getBigDecimal("value"));
        });
        return law.models().stream()
                .map(model -> new SuspicionView.Model(
                        model.id(),
                        model.title(),
                        model.tells(),
                        model.signals().stream()
                                .map(signal -> new SuspicionView.Signal(
                                        signal.code(),
                                        signal(signal.code()),
                                        evidence(signal.evidence()),
                                        signal.rule(),
                                        weights.get(signal.code()),
                                        signal.innocent()))
                                .toList(),
                        model.find()))
                .toList();
    }
}
