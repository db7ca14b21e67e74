package io.guanxi.collect.imports;

import io.guanxi.identity.Mentions;
import io.guanxi.platform.Progress;
import io.guanxi.platform.SqlText;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An upload that stayed after its import: one that failed, or any where {@code guanxi.imports.keep-uploads} says so.
 *
 * @param folder of its import
 * @param request how it was to be read
 * @param clock source of time
 * @param sql statements
 */
record KeptUpload(ImportFolder folder, ImportRequest request, Clock clock, JdbcClient sql) {

    private static final Logger log = LoggerFactory.getLogger(KeptUpload.class);
    private static final long UNREADABLE = 1;

    /** {@return how many rows name the person; 1 where that cannot be told, since the file cannot be read} */
    long rows(Mentions mentions) {
        try {
            folder.create();
            Input input = new InputReader(
                            folder, request.format(), ImportWork.charset(request.encoding()), Long.MAX_VALUE)
                    .read(new Progress(clock));
            return sql.sql("SELECT count(*) FROM " + lines(input) + " WHERE " + mentions.inText("line"))
                    .query(Long.class)
                    .single();
        } catch (IOException | RuntimeException e) {
            log.warn("the upload of {} cannot be searched: {}", folder.root().getFileName(), e.getMessage());
            return UNREADABLE;
        } finally {
            folder.deleteWork();
        }
    }

    private static String lines(Input input) {
        return switch (input) {
            case Input.Parquet parquet ->
                "(SELECT CAST(to_json(kept) AS VARCHAR) AS line FROM " + parquet.relation() + " kept) lines";
            case Input.Csv csv -> text(csv.file());
            case Input.Ndjson ndjson -> text(ndjson.file());
            case Input.Lines lines -> text(lines.file());
        };
    }

    private static String text(java.nio.file.Path file) {
        return """
                read_csv(%s, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '', nullstr = '',
                         max_line_size = 64000000, columns = {'line': 'VARCHAR'}) lines""".formatted(SqlText.literal(file));
    }
}
