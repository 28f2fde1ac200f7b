package org.yiti.identity.access;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A connection that, before every statement, stands as whoever acts at that moment. In a transaction that lasts until it
 * ends or somebody else acts; otherwise until the connection is next told otherwise.
 */
final class ActingConnection implements InvocationHandler {

    private static final Set<String> ASKING = Set.of("createStatement", "prepareStatement", "prepareCall", "unwrap");
    private static final Set<String> ENDING = Set.of("commit", "rollback", "setAutoCommit");

    private final Connection connection;
    private final PGConnection session;
    private final ActingDataSource source;
    private @Nullable Standing standing;

    private ActingConnection(Connection connection, ActingDataSource source) throws SQLException {
        this.connection = connection;
        this.session = connection.unwrap(PGConnection.class);
        this.source = source;
        this.standing = source.left(session);
    }

    static Connection over(Connection connection, ActingDataSource source) throws SQLException {
        var acting = new ActingConnection(connection, source);
        acting.stand();
        return (Connection) Proxy.newProxyInstance(
                ActingConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, acting);
    }

    private void stand() throws SQLException {
        var wanted = Standing.now();
        if (wanted.equals(standing)) {
            return;
        }
        var lasting = connection.getAutoCommit();
        standing = null;
        if (lasting) {
            source.leave(session, null);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(wanted.commands(!lasting));
        }
        standing = wanted;
        if (lasting) {
            source.leave(session, wanted);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        var name = method.getName();
        if (ASKING.contains(name)) {
            stand();
        }
        if (name.equals("equals") && arguments != null) {
            return proxy == arguments[0];
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        } finally {
            if (ENDING.contains(name)) {
                // What was said for the transaction is void, or, back at a savepoint, may be.
                standing = arguments != null && name.equals("rollback") ? null : source.left(session);
            }
        }
    }
}
