package org.yiti.demonstration;

import java.util.List;
import java.util.UUID;
import org.yiti.TestDatabase;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.checking.Staging;
import org.yiti.safeguard.ColumnCipher;

/** Keeps sealed columns as they are, where no keys are about. */
final class Unsealed implements ColumnCipher {

    static Staging staging(TestDatabase database, Ledgers ledgers) {
        return new Staging(database.jdbc(), database.dataSource(), ledgers, new Unsealed());
    }

    @Override
    public String stage(String table, String column, String stage, long number, String value) {
        return value;
    }

    @Override
    public List<String> settle(String table, String column, String stage, List<Staged> staged) {
        return staged.stream().map(Staged::text).toList();
    }

    @Override
    public String blindIndex(String table, String column, String value) {
        return value;
    }

    @Override
    public Object read(String table, String column, String stored) {
        return stored;
    }

    @Override
    public void destroy(UUID row) {}

    @Override
    public Object read(String table, String column, UUID row, String stored) {
        return stored;
    }
}
