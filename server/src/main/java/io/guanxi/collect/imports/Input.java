package io.guanxi.collect.imports;

import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file ready for DuckDB: plain, and UTF-8 where it is text. Each kind knows the relation that a map's {@code input} is. */
sealed interface Input {

    /** {@return the file} */
    Path file();

    /** {@return its rows, or -1 where only DuckDB can count them} */
    long rows();

    /** {@return what {@code input} selects from} */
    String relation();

    /** Lines longer than DuckDB's 2 MB are rejected, one by one. */
    record Csv(Path file, long rows, CsvHeader header, List<ColumnType> types) implements Input {

        @Override
        public String relation() {
            String columns = IntStream.range(0, types.size())
                    .mapToObj(i -> Quoted.text(header.names().get(i)) + ": '"
                            + types.get(i).duckDb() + "'")
                    .collect(Collectors.joining(", ", "{", "}"));
            return """
                    read_csv(%s, auto_detect = false, header = true, delim = '%s', quote = '"', escape = '"',
                             nullstr = '', store_rejects = true, columns = %s)""".formatted(SqlText.literal(file), header.delimiter(), columns);
        }
    }

    /** Every line as it is; the delimiter is a character no text has. */
    record Lines(Path file, long rows) implements Input {

        @Override
        public String relation() {
            return """
                    read_csv(%s, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '',
                             nullstr = '', store_rejects = true, columns = {'line': 'VARCHAR'})""".formatted(SqlText.literal(file));
        }
    }

    /** One object a line; lines that are none are rejected. The structure is that of all lines together. */
    record Ndjson(Path file, long rows, String structure) implements Input {

        /** Whether {@code line} is an object; never looks into what is no JSON. */
        static final String IS_OBJECT =
                "coalesce(CASE WHEN json_valid(line) THEN json_type(line) END = 'OBJECT', false)";

        @Override
        public String relation() {
            return "(SELECT unnest(json_transform(object, %s)) FROM %s)".formatted(Quoted.text(structure), objects());
        }

        /** The lines that are objects, as column {@code object}. */
        String objects() {
            return "(SELECT CAST(line AS JSON) AS object FROM (SELECT CASE WHEN " + IS_OBJECT
                    + " THEN line END AS line FROM " + lines() + ") checked WHERE line IS NOT NULL)";
        }

        String lines() {
            return new Lines(file, rows).relation();
        }

        Ndjson of(String found) {
            return new Ndjson(file, rows, found);
        }
    }

    /** Typed by the file itself. */
    record Parquet(Path file) implements Input {

        @Override
        public long rows() {
            return -1;
        }

        @Override
        public String relation() {
            return "read_parquet(" + SqlText.literal(file) + ")";
        }
    }
}
