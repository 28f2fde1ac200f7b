package org.yiti.safeguard.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.TestDatabase;
import org.yiti.proof.bundle.BundleWriter;
import org.yiti.proof.bundle.ShelfWriter;
import org.yiti.proof.note.SignedCheckpoint;
import org.yiti.proof.verify.Verify;
import org.yiti.safeguard.Act;

/** The audit log alone, without a server around it, on a database and a folder of keys that may be tampered with. */
final class AuditedHouse {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    record Said(int exit, String text) {}

    final TestDatabase database;
    final JdbcClient jdbc;
    final Path keyFolder;
    final AuditKeys keys;
    final LogStore store;
    final ChangesOfTransaction changes;
    final SignCheckpoint checkpoints;
    final TransactionTemplate transaction;

    AuditedHouse(TestDatabase database, Path keyFolder) {
        this(database, database.dataSource(), keyFolder);
    }

    /** @param database what it is called where the server of the tests is that it lies on */
    AuditedHouse(TestDatabase database, DataSource source, Path keyFolder) {
        this.database = database;
        this.keyFolder = keyFolder;
        var template = new JdbcTemplate(source);
        this.jdbc = JdbcClient.create(template);
        this.store = new LogStore(template, source);
        this.changes = new ChangesOfTransaction(template, source);
        var sealing = new Sealing(changes, store);
        var manager = new JdbcTransactionManager(source);
        manager.setTransactionExecutionListeners(List.of(new SealBeforeCommit(
                new StaticListableBeanFactory(Map.of("sealing", sealing)).getBeanProvider(Sealing.class))));
        this.transaction = new TransactionTemplate(manager);
        this.keys = new AuditKeys(jdbc, keyFolder.toString());
        this.checkpoints = new SignCheckpoint(jdbc, store, keys, CLOCK);
    }

    static AuditedHouse fresh(Path keyFolder) {
        return new AuditedHouse(TestDatabase.fresh(), keyFolder);
    }

    /** Another database on which the same keys are used: a restored dump, or a second history. */
    AuditedHouse restored() {
        return new AuditedHouse(database.copy(), keyFolder);
    }

    /** Some of them in one transaction, as people's are that do more than one thing. */
    AuditedHouse with(int acts, String actor) {
        for (var from = 0; from < acts; from += 100) {
            var first = from;
            transaction.executeWithoutResult(status -> IntStream.range(first, Math.min(acts, first + 100))
                    .forEach(number -> Gathered.add(draft(actor, number))));
        }
        return this;
    }

    static Draft draft(String actor, int number) {
        return draft(actor, number, CLOCK.instant());
    }

    static Draft draft(String actor, int number, Instant at) {
        var act = Act.of("rule.switched-off", "supervision.rule", "rule-" + number)
                .with("reason", "reason " + number);
        return Draft.of(act, actor, at);
    }

    SignedCheckpoint sign() {
        return transaction.execute(status -> checkpoints.now());
    }

    /** What only the owner of the database can do, having taken the triggers away. */
    void tamper(String... statements) {
        for (var table : List.of("head", "entry", "tile", "checkpoint", "verifier_key")) {
            jdbc.sql("alter table safeguard." + table + " disable trigger user").update();
        }
        Stream.of(statements).forEach(statement -> jdbc.sql(statement).update());
    }

    /** Exports under the last checkpoint, as it is, and has it checked with the keys that auditors have. */
    Said verified(Path folder, List<String> vkeys, SignedCheckpoint... kept) {
        var bundle = folder.resolve("export-" + System.nanoTime() + ".zip");
        var out = new ByteArrayOutputStream();
        try {
            try (var shelf = ShelfWriter.zip(Files.newOutputStream(bundle))) {
                new BundleWriter(checkpoints.latest().orElseThrow(), store, store).writeAsItIs(shelf);
            }
            var arguments = new ArrayList<>(List.of(bundle.toString(), "--lang", "en"));
            vkeys.forEach(key -> arguments.addAll(List.of("--key", key)));
            for (var checkpoint : kept) {
                var file = folder.resolve("kept-" + System.nanoTime());
                Files.write(file, checkpoint.bytes());
                arguments.addAll(List.of("--earlier", file.toString()));
            }
            var exit =
                    new Verify(new PrintStream(out, true, UTF_8), Locale.ENGLISH).run(arguments.toArray(String[]::new));
            return new Said(exit, out.toString(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As auditors have noted them. */
    List<String> vkeys() {
        return keys.verifiers().stream().map(Object::toString).toList();
    }

    /** Somebody makes the server forget what it has signed. */
    void forgetKept() {
        remove(".checkpoint");
    }

    void forgetKeys() {
        remove(".key");
    }

    private void remove(String suffix) {
        try (var files = Files.list(keyFolder)) {
            for (var file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long size() {
        return store.frontier().size();
    }

    Optional<String> gap() {
        return jdbc.sql("""
                        select 'head ' || h.size || ', entries ' || count(e.seq) || ', last ' || max(e.seq)
                          from safeguard.head h, safeguard.entry e group by h.size
                        having h.size <> count(e.seq) or h.size <> max(e.seq)
                        """).query(String.class).optional();
    }
}
