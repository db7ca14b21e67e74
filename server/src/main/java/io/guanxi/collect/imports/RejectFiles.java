package io.guanxi.collect.imports;

import io.guanxi.identity.Mentions;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rejects files of imports, searched for one person, all in one statement. */
final class RejectFiles {

    private static final String NAMED = "concat_ws(' ', reason, raw)";

    private final JdbcClient sql;
    private final Mentions mentions;

    /**
     * A file that names the person.
     *
     * @param file which
     * @param rows how many of its rows
     */
    record Found(Path file, long rows) {}

    RejectFiles(JdbcClient sql, Mentions mentions) {
        this.sql = sql;
        this.mentions = mentions;
    }

    List<Map<String, @Nullable Object>> rows(List<Path> files) {
        return files.isEmpty()
                ? List.of()
                : sql.sql("SELECT line, code, reason, raw FROM " + relation(files) + " WHERE " + mentions.inText(NAMED))
                        .query()
                        .listOfRows();
    }

    List<Found> find(List<Path> files) {
        return files.isEmpty()
                ? List.of()
                : sql.sql("SELECT filename, count(*) AS named FROM " + relation(files) + " WHERE "
                                + mentions.inText(NAMED) + " GROUP BY filename ORDER BY filename")
                        .query((row, n) -> new Found(Path.of(row.getString("filename")), row.getLong("named")))
                        .list();
    }

    /** Takes content and reason from the rows that name the person; their line and code stay. */
    void blank(Path file) {
        Path fresh = file.resolveSibling("rejects.new.csv");
        String named = mentions.inText(NAMED);
        sql.sql("""
                        COPY (SELECT line, code,
                                     CASE WHEN %1$s THEN 'a member was erased' ELSE reason END AS reason,
                                     CASE WHEN %1$s THEN NULL ELSE raw END AS raw
                              FROM %2$s) TO %3$s (FORMAT csv, HEADER true)
                        """.formatted(named, relation(List.of(file)), SqlText.literal(fresh)))
                .update();
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + file, e);
        }
    }

    private static String relation(List<Path> files) {
        String paths = files.stream().map(SqlText::literal).collect(Collectors.joining(", ", "[", "]"));
        return """
                read_csv(%s, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', filename = true,
                         max_line_size = 16000000, parallel = false,
                         columns = {'line': 'BIGINT', 'code': 'VARCHAR', 'reason': 'VARCHAR', 'raw': 'VARCHAR'})
                """.formatted(paths);
    }
}
