package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A world as a reader of its sheets sees it: rows of text by column name. */
final class Told {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    static final Demonstration WORLD = Demonstration.of(2026, Scale.CITY, AS_OF);
    static final Demonstration CLEAN = WORLD.clean();

    private Told() {}

    static List<Map<String, String>> rows(Demonstration world, String ledger) {
        Sheet sheet = world.sheets().stream()
                .filter(s -> s.ledger().equals(ledger))
                .findFirst()
                .orElseThrow();
        try (var rows = sheet.rows()) {
            return rows.map(cells -> {
                        Map<String, String> row = new HashMap<>();
                        for (int i = 0; i < cells.length; i++) {
                            row.put(sheet.columns().get(i), cells[i] == null ? "" : cells[i]);
                        }
                        return row;
                    })
                    .toList();
        }
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
