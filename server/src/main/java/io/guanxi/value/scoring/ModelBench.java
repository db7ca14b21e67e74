package io.guanxi.value.scoring;

import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Progress;
import io.guanxi.value.ValueModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where one run makes its models: one transaction on the mart. All models see the same facts, however many events arrive
 * meanwhile, and every screen sees the old results until {@link #publish}; without it, nothing has happened.
 */
public final class ModelBench implements AutoCloseable {

    /** Members whose groups are made at once where a model is made by ranges of members. */
    private static final int MEMBERS_AT_ONCE = 1_000_000;

    /** Rows of {@code community_day} whose groups are made at once where a model is made by ranges of communities. */
    private static final int COMMUNITY_DAYS_AT_ONCE = 2_000_000;

    private final Connection connection;
    private final JdbcClient sql;
    private final ModelParameters parameters;
    private final boolean trial;
    private final Set<String> made = new LinkedHashSet<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private ModelBench(Connection connection, ModelParameters parameters, boolean trial) throws SQLException {
        this.connection = connection;
        this.connection.setAutoCommit(false);
        this.sql = DuckDb.client(connection);
        this.parameters = parameters;
        this.trial = trial;
    }

    /**
     * Opens a bench.
     *
     * @param connection to the mart; closed with the bench
     * @param model the value model
     * @param asOf the last day that counts
     * @return the bench, with functions, parameters and the value model in place
     */
    public static ModelBench on(Connection connection, ValueModel model, LocalDate asOf) {
        return open(connection, model, asOf, false);
    }

    /**
     * Opens a bench whose results are for its own use: all of them are temporary, none is published.
     *
     * @param connection to the mart; closed with the bench
     * @param model the value model
     * @param asOf the last day that counts
     * @return the bench
     */
    public static ModelBench trial(Connection connection, ValueModel model, LocalDate asOf) {
        return open(connection, model, asOf, true);
    }

    private static ModelBench open(Connection connection, ValueModel model, LocalDate asOf, boolean trial) {
        try {
            ModelBench bench = new ModelBench(connection, ModelParameters.of(model, asOf), trial);
            DuckDbDialect.functions(bench.parameters).forEach(bench::execute);
            ModelTables.lay(bench.sql, model);
            return bench;
        } catch (SQLException e) {
            throw new IllegalStateException("the mart cannot be written", e);
        }
    }

    /** {@return statements of this run's transaction: they see its new results} */
    public JdbcClient sql() {
        return sql;
    }

    /** {@return the parameters, to which a step may add its own before it makes its models} */
    public ModelParameters parameters() {
        return parameters;
    }

    /** {@return seconds taken by each model that was made, in their order} */
    public Map<String, Double> seconds() {
        return seconds;
    }

    /**
     * Takes results as the last run has left them in the mart, instead of making them anew.
     *
     * @param results their names
     */
    public void have(Collection<String> results) {
        made.addAll(results);
    }

    /**
     * Makes models and all they read that is not yet made.
     *
     * @param results their names
     * @param progress told before each
     * @param from fraction of the whole work done before
     * @param to and after
     */
    public void make(Collection<String> results, Progress progress, double from, double to) {
        List<SqlModel> models = ModelOrder.of(results, made);
        double whole = models.stream().mapToDouble(ModelBench::share).sum();
        double before = 0;
        for (SqlModel model : models) {
            progress.at(model.name(), from + (to - from) * before / whole);
            long start = System.nanoTime();
            make(model);
            made.add(model.name());
            seconds.put(model.name(), Math.round((System.nanoTime() - start) / 1e6) / 1e3);
            before += share(model);
        }
    }

    private void make(SqlModel model) {
        SqlModel.Kept kept = trial && model.kept() == SqlModel.Kept.MART ? SqlModel.Kept.RUN : model.kept();
        switch (model.slices()) {
            case NONE -> execute(DuckDbDialect.make(kept, model.name(), parameters.render(model.text())));
            case MEMBERS -> {
                long last = number("SELECT coalesce(max(member_no), 0) FROM member");
                makeSlices(model, kept, "member", last, MEMBERS_AT_ONCE);
            }
            case COMMUNITIES -> {
                long last = number("SELECT coalesce(max(community_no), 0) FROM community_day");
                long slices = number("SELECT count(*) FROM community_day") / COMMUNITY_DAYS_AT_ONCE + 1;
                makeSlices(model, kept, "community", last, Math.ceilDiv(last + 1, slices));
            }
        }
    }

    /** The last slice has no end, and so holds whoever comes meanwhile. */
    private void makeSlices(SqlModel model, SqlModel.Kept kept, String unit, long last, long width) {
        for (long from = 0; from <= last; from += width) {
            parameters.whole(unit + "_from", from);
            parameters.whole(unit + "_to", from + width > last ? Integer.MAX_VALUE : from + width - 1);
            String select = parameters.render(model.text());
            execute(
                    from == 0
                            ? DuckDbDialect.make(kept, model.name(), select)
                            : "INSERT INTO " + model.name() + "\n" + select);
        }
    }

    private long number(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    /** The passes over the long tables take most of the time. */
    private static double share(SqlModel model) {
        return model.kept() == SqlModel.Kept.VIEW
                ? 0.01
                : model.inputs().contains("member_day") ? 8 : model.name().equals("member_score") ? 4 : 1;
    }

    /** Shows all results at once: a reader sees the old ones or the new ones, never some of each. */
    public void publish() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the mart did not take the results", e);
        }
    }

    private void execute(String statement) {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the mart refused: " + statement.lines().findFirst().orElse(""), e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot release the mart", e);
        }
    }
}
