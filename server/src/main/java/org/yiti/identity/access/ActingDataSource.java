package org.yiti.identity.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections that ask as whoever acts. How each was left is remembered, so that it is told only of changes. */
final class ActingDataSource extends DelegatingDataSource {

    private final Map<PGConnection, Standing> left = Collections.synchronizedMap(new WeakHashMap<>());

    ActingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Standing.now(); // may need a connection itself, which must not wait for this one
        return acting(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("the house has one account");
    }

    private Connection acting(Connection connection) throws SQLException {
        try {
            return ActingConnection.over(connection, this);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Null when nobody knows. */
    @Nullable
    Standing left(PGConnection connection) {
        return left.get(connection);
    }

    void leave(PGConnection connection, @Nullable Standing standing) {
        left.put(connection, standing);
    }
}
