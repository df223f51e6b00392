package io.github.camelontraport.support;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that break at a chosen place, and a count of those that are open. What would wait for the database without
 * limit is refused, whatever the fault.
 */
public class FaultyDataSource implements DataSource {

    /** Where a connection breaks. */
    public enum Fault {
        NONE,
        /** No connection at all. */
        CONNECT,
        /** The change does not reach the database. */
        BEFORE,
        /** The change is in the database, but its reply does not come back. */
        AFTER,
        /** The database does not answer until the timeout of a statement ends, which is at once here. */
        HANG,
        /** When it is closed. */
        CLOSE
    }

    private final DataSource database;
    private final Supplier<Fault> faults;
    private final AtomicInteger open = new AtomicInteger();

    /** @param faults asked once for each connection */
    public FaultyDataSource(DataSource database, Supplier<Fault> faults) {
        this.database = database;
        this.faults = faults;
    }

    /** The connections that were not closed. */
    public int open() {
        return open.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Fault fault = faults.get();
        if (fault == Fault.CONNECT) {
            throw broken();
        }
        Connection connection = database.getConnection();
        open.incrementAndGet();
        return proxy(Connection.class, (method, args) -> {
            if (method.getName().equals("isValid") && args[0].equals(0)) {
                throw withoutLimit();
            }
            Object result = invoke(connection, method, args);
            if (method.getName().equals("close")) {
                open.decrementAndGet();
                if (fault == Fault.CLOSE) {
                    throw broken();
                }
            }
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, fault);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, fault) : result;
        });
    }

    private static <S extends Statement> S statement(Class<S> type, S statement, Fault fault) {
        return proxy(type, (method, args) -> {
            boolean isExecution = method.getName().startsWith("execute");
            if (isExecution && statement.getQueryTimeout() == 0) {
                throw withoutLimit();
            }
            if (isExecution && fault == Fault.HANG) {
                throw new SQLTimeoutException("The statement was cancelled at its timeout", "57014");
            }
            if (isExecution && fault == Fault.BEFORE) {
                throw broken();
            }
            Object result = invoke(statement, method, args);
            if (isExecution && fault == Fault.AFTER) {
                throw broken();
            }
            return result;
        });
    }

    private static SQLException broken() {
        return new SQLException("The connection is broken", "08006");
    }

    private static IllegalStateException withoutLimit() {
        return new IllegalStateException("This waits for the database without limit");
    }

    private interface Call {

        Object run(Method method, Object[] args) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> call.run(method, args)));
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
