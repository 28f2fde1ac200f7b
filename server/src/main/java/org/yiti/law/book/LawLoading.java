package org.yiti.law.book;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.kernel.Sha256;
import org.yiti.law.LawBook;
import org.yiti.law.Metric;
import org.yiti.law.Rule;
import org.yiti.law.RuleFiles;
import org.yiti.law.SuspicionModel;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** Loads the law when the server starts, into the database whenever it is another than the one loaded last. */
@Component
class LawLoading implements LawBook, InitializingBean {

    private final LawFolder folder;
    private final ParameterTables tables;
    private final ValuesInForce inForce;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Audit audit;

    LawLoading(
            LawFolder folder,
            ParameterTables tables,
            ValuesInForce inForce,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Audit audit) {
        this.folder = folder;
        this.tables = tables;
        this.inForce = inForce;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            // two servers starting at once must not both load
            jdbc.sql("lock table law.edition in exclusive mode").update();
            if (!hash().equals(loadedHash())) {
                tables.replaceShipped(folder.parameters());
                jdbc.sql("delete from law.edition").update();
                jdbc.sql("insert into law.edition (hash) values (:hash)")
                        .param("hash", hash())
                        .update();
                audit.record(Act.of("parameters.loaded", "law", "parameters").with("edition", hash()));
            }
            inForce.resolve();
        });
    }

    @Override
    public List<Rule> rules() {
        return folder.rules();
    }

    @Override
    public List<SuspicionModel> models() {
        return folder.models();
    }

    @Override
    public List<Metric> metrics() {
        return folder.metrics();
    }

    @Override
    public RuleFiles files(String ruleId) {
        return folder.files(ruleId);
    }

    @Override
    public Rule read(RuleFiles files) {
        return folder.read(files);
    }

    @Override
    public void resolve() {
        transaction.executeWithoutResult(status -> inForce.resolve());
    }

    @Override
    public boolean confirm(String parameter, boolean confirmed, String reason, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!waits(parameter)) {
                return false;
            }
            jdbc.sql("delete from law.confirmation where parameter_id = :parameter")
                    .param("parameter", parameter)
                    .update();
            if (confirmed) {
                jdbc.sql(
                                "insert into law.confirmation (parameter_id, reason, confirmed_by) values (:parameter, :reason, :by)")
                        .param("parameter", parameter)
                        .param("reason", reason)
                        .param("by", by)
                        .update();
            }
            inForce.resolve();
            audit.record(Act.of(confirmed ? "parameter.confirmed" : "parameter.doubted", "law.parameter", parameter)
                    .with("reason", reason));
            return true;
        }));
    }

    private boolean waits(String parameter) {
        return jdbc.sql(
                        "select exists (select from law.parameter_value where parameter_id = :parameter and confidence = 'TO_CONFIRM')")
                .param("parameter", parameter)
                .query(Boolean.class)
                .single();
    }

    private String loadedHash() {
        return jdbc.sql("select hash from law.edition")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String hash() {
        return Sha256.hex(folder.parameters().toString().getBytes(StandardCharsets.UTF_8));
    }
}
