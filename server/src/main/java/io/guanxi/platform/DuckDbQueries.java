package io.guanxi.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Lets rows be mapped to records without an exception a column. Spring asks a result for {@code newMembers} first and for
 * {@code new_members} when that throws, in every row; DuckDB's driver answers with a full stack trace. 5,000 rows of 23
 * columns took 250 ms so, and take 20 where the result knows both names.
 */
final class DuckDbQueries extends JdbcTemplate {

    DuckDbQueries(DataSource database) {
        super(database);
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement,
            @Nullable PreparedStatementSetter setter,
            ResultSetExtractor<T> extractor) {
        return super.query(statement, setter, rows -> extractor.extractData(byProperty(rows)));
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
        Known known = new Known();
        return super.queryForStream(statement, setter, (row, number) -> mapper.mapRow(known.of(row), number));
    }

    /** The rows of one result, wrapped once. */
    private static final class Known {

        private @Nullable ResultSet rows;

        ResultSet of(ResultSet raw) throws SQLException {
            if (rows == null) {
                rows = byProperty(raw);
            }
            return rows;
        }
    }

    private static ResultSet byProperty(ResultSet rows) throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        ResultSetMetaData heading = rows.getMetaData();
        for (int i = heading.getColumnCount(); i > 0; i--) {
            columns.put(heading.getColumnLabel(i), i);
        }
        return (ResultSet) Proxy.newProxyInstance(
                DuckDbQueries.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (_, method, arguments) -> {
                    if (method.getName().equals("findColumn")) {
                        String name = (String) arguments[0];
                        Integer column = columns.get(name);
                        if (column == null) {
                            column = columns.get(JdbcUtils.convertPropertyNameToUnderscoreName(name));
                        }
                        if (column != null) {
                            columns.put(name, column);
                            return column;
                        }
                    }
                    try {
                        return method.invoke(rows, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                });
    }
}
