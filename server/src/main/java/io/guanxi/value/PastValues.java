package io.guanxi.value;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;

/** What all members were worth on past days, by the value model of the last run. Nothing is stored of it: it is computed anew. */
public interface PastValues {

    /**
     * Writes a Parquet file of {@code member_no}, {@code day} and {@code value}: a row a member and day, without those who had
     * done nothing by then that counts. Costs one pass over the roll-ups of all members.
     *
     * @param days at whose ends members are looked at, at least one
     * @param without names of events that are not to count, though the model counts them
     * @param file to be written; what it held is lost
     */
    void write(Collection<LocalDate> days, Collection<String> without, Path file);
}
