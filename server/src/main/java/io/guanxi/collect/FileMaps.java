package io.guanxi.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a user's SQL over a user's file as imports do: in a sandbox that reaches this file and nothing else. */
public interface FileMaps {

    /** So many unreadable lines are told one by one. */
    int MOST_BROKEN = 10_000;

    /**
     * A file and its map.
     *
     * @param fileName as its sender named it; tells the format where none is given
     * @param format csv, ndjson, parquet or text, or blank
     * @param encoding of its text, blank for UTF-8
     * @param map one SELECT that reads {@code input}
     * @param upload puts the file where it is told
     */
    record Wanted(String fileName, String format, String encoding, String map, Upload upload) {}

    /** An upload that can be moved to where it is worked on. */
    @FunctionalInterface
    interface Upload {

        /**
         * Puts the file there.
         *
         * @param target where
         * @throws IOException where that cannot be done
         */
        void storeAt(Path target) throws IOException;
    }

    /**
     * A column that a map yields.
     *
     * @param name as the map names it
     * @param type as DuckDB describes it, e.g. {@code DECIMAL(18,2)}
     */
    record Column(String name, String type) {}

    /**
     * A line that could not be read.
     *
     * @param line its number in the file, from 1
     * @param field the column where reading failed, or null where the line as a whole is at fault
     * @param code stable, e.g. {@code line-too-many-columns}
     * @param reason in words
     */
    record BrokenLine(long line, @Nullable String field, String code, String reason) {}

    /**
     * What a map yields; read it before the reader given to {@link #run} returns.
     *
     * @param parquet a file with the rows
     * @param columns in the map's order
     * @param read rows of the file, or -1 where it does not tell
     * @param unreadable lines of the file that could not be read and are not among the rows
     * @param broken the first {@value #MOST_BROKEN} of them
     */
    record Mapped(Path parquet, List<Column> columns, long read, long unreadable, List<BrokenLine> broken) {

        /** Copies. */
        public Mapped {
            columns = List.copyOf(columns);
            broken = List.copyOf(broken);
        }
    }

    /** Takes what a map yields. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {

        /**
         * Takes it.
         *
         * @param mapped what the map yields
         * @return whatever is wanted of it
         */
        T read(Mapped mapped);
    }

    /**
     * Maps a file and has the outcome read; both are gone afterwards.
     *
     * @param wanted what
     * @param reader takes the outcome
     * @return what the reader answers
     * @param <T> of the answer
     * @throws io.guanxi.platform.Problem where the file or the map cannot be read, with the codes of imports
     */
    <T extends @Nullable Object> T run(Wanted wanted, Reader<T> reader);
}
