package org.yiti.ledger.checking;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.ColumnCipher;

/** What every stage works with. */
@Component
public record Staging(JdbcClient database, DataSource source, Ledgers ledgers, ColumnCipher cipher) {}
