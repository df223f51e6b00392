package io.github.camelontraport.support;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that break at a chosen place, and a count of those that are open. */
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
            Object result = invoke(connection, method, args);
            if (method.getName().equals("close")) {
                open.decrementAndGet();
                if (fault == Fault.CLOSE) {
                    throw broken();
                }
            }
            return result instanceof PreparedStatement statement ? statement(statement, fault) : result;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, Fault fault) {
        return proxy(PreparedStatement.class, (method, args) -> {
            boolean isExecution = method.getName().startsWith("execute");
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
