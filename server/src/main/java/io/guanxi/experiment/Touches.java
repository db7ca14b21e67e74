package io.guanxi.experiment;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What was said to members on which channel, for reports of what it brought. The module that keeps the messages tells it. */
public interface Touches {

    /** Columns of the file that {@link #write} makes, as DuckDB's CSV reader wants them: a row a member, channel and brand's day. */
    String COLUMNS = "member_no: 'INTEGER', channel: 'VARCHAR', day: 'DATE', intended: 'INTEGER', sent: 'INTEGER',"
            + " delivered: 'INTEGER', opened: 'INTEGER', clicked: 'INTEGER'";

    /**
     * Writes the messages that were intended within some days, whatever became of them: who is held out has rows like all others,
     * with nothing sent.
     *
     * @param from the first day
     * @param until the last day
     * @param file to write, a CSV without a head
     */
    void write(LocalDate from, LocalDate until, Path file);

    /**
     * {@return what pieces of the content library are called, those that were deleted too}
     *
     * @param numbers whose; one that there is not is left out
     */
    Map<Long, String> contents(Set<Long> numbers);
}
