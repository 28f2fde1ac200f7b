package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Stage;

/** A world taken in the way a workbook is: staged, checked and merged, ledger by ledger. */
final class LoadedWorld {
    final TestDatabase database;
    final Map<String, Stage.Outcome> outcomes = new TreeMap<>();
    final List<String> problems = new ArrayList<>();
    private final Ledgers ledgers = ledgers();

    LoadedWorld() {
        this(TestDatabase.fresh());
    }

    LoadedWorld(TestDatabase database) {
        this.database = database;
    }

    static Ledgers ledgers() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(LedgerBook.class));
            for (BeanDefinition book : scanner.findCandidateComponents("org.yiti")) {
                context.registerBeanDefinition(String.valueOf(book.getBeanClassName()), book);
            }
            context.register(Ledgers.class);
            context.refresh();
            return context.getBean(Ledgers.class);
        }
    }

    LoadedWorld take(List<Sheet> sheets) {
        sheets.forEach(this::take);
        return this;
    }

    private void take(Sheet sheet) {
        Ledger ledger = ledgers.get(sheet.ledger());
        List<Column> columns = sheet.columns().stream().map(ledger::column).toList();
        String name = "demo_" + sheet.ledger().replace('.', '_');
        Stage stage = Stage.of(Unsealed.staging(database, ledgers), ledger, columns, name, List.of())
                .create();
        write(sheet, stage);
        outcomes.put(sheet.ledger(), stage.judge(null));
        stage.problems(5)
                .forEach(p -> problems.add("%s row %d %s=%s: %s %s"
                        .formatted(sheet.ledger(), p.row(), p.column(), p.value(), p.messageEn(), p.allowedEn())));
        stage.merge(null);
        stage.drop();
    }

    private static void write(Sheet sheet, Stage stage) {
        long[] row = {0};
        try (var writer = stage.writer();
                var rows = sheet.rows()) {
            rows.forEach(cells -> writer.row(++row[0], Arrays.asList(cells)));
        }
    }
}
