package io.guanxi.mart;

import io.guanxi.platform.Brand;
import io.guanxi.platform.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The DuckDB file: opened, or made anew where it is absent, of another shape or currency, or unreadable. */
final class MartFile {

    private static final Logger log = LoggerFactory.getLogger(MartFile.class);
    private static final int VERSION = 4;
    private static final String MEMORY = "4GB";

    private MartFile() {}

    /**
     * Opens it.
     *
     * @param folder where it lies
     * @param temp where work that outgrows memory goes
     * @param brand whose money it adds up
     */
    static DuckDb open(Path folder, Path temp, Brand brand) {
        Path file = folder.resolve("guanxi.duckdb");
        try {
            DuckDb duck = connect(file, temp);
            if (fits(duck.client(), brand)) {
                return duck;
            }
            duck.close();
        } catch (RuntimeException | SQLException e) {
            log.warn("the mart cannot be read and is rebuilt: {}", e.getMessage());
        }
        return fresh(file, temp, brand);
    }

    private static DuckDb fresh(Path file, Path temp, Brand brand) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + file, e);
        }
        DuckDb duck = connect(file, temp);
        createTables(duck, brand);
        return duck;
    }

    static void createTables(DuckDb duck, Brand brand) {
        try (Connection connection = duck.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(new ClassPathResource("mart/schema.sql").getContentAsString(StandardCharsets.UTF_8));
            statement.execute("INSERT INTO mart_state VALUES (" + VERSION + ", '"
                    + brand.currency().getCurrencyCode() + "', 0, NULL, 0, 0)");
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot make the mart", e);
        }
    }

    private static DuckDb connect(Path file, Path temp) {
        return DuckDb.inFile(file, temp.resolve("mart"), MEMORY);
    }

    private static boolean fits(JdbcClient sql, Brand brand) {
        boolean made = sql.sql("SELECT count(*) > 0 FROM information_schema.tables WHERE table_name = 'mart_state'")
                .query(Boolean.class)
                .single();
        return made
                && sql.sql("SELECT version FROM mart_state")
                                .query(Integer.class)
                                .single()
                        == VERSION
                && brand.currency()
                        .getCurrencyCode()
                        .equals(sql.sql("SELECT currency FROM mart_state")
                                .query(String.class)
                                .single());
    }
}
