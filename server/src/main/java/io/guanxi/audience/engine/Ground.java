package io.guanxi.audience.engine;

import io.guanxi.value.ValueModel;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** What is derived of a brand, as the engine asks it: the mart, the lake behind it, and who lives. */
public interface Ground {

    /**
     * How far what is derived has come.
     *
     * @param sequence the lake's commit that the mart has taken
     * @param run the scoring run that is shown, 0 for none
     * @param today the brand's day
     * @param tags the last change of who carries which tag
     */
    record Version(long sequence, long run, LocalDate today, long tags) {}

    /** {@return how far it has come now} */
    Version version();

    /** {@return a connection to the mart; the catalog {@code audience} holds the members it has not settled yet; close it} */
    Connection connect();

    /**
     * {@return a relation of the lake's events}
     *
     * @param days of these days
     */
    String events(Predicate<LocalDate> days);

    /**
     * {@return a relation of the events that came between two versions; empty where that is no longer known}
     *
     * @param after the earlier commit
     * @param upTo the later commit
     */
    Optional<String> arrivals(long after, long upTo);

    /**
     * {@return tags that somebody got or lost}
     *
     * @param position after this change
     */
    Set<Integer> tagsChangedSince(long position);

    /**
     * {@return the number of an event's name in the mart, or -1}
     *
     * @param event its name
     */
    int eventNo(String event);

    /** {@return the value model by which what is shown was scored} */
    ValueModel model();

    /** {@return the brand's zone} */
    ZoneId zone();

    /** Takes over which members came, changed, merged or went. */
    Changes followMembers();

    /**
     * Takes erased members out at once.
     *
     * @param numbers under which they were known
     */
    void forget(List<Integer> numbers);

    /**
     * What following the members found.
     *
     * @param live all live members; never changed afterwards
     * @param merged whether there are merges which the mart has not applied yet
     * @param touched members of whom something changed since the last time, or null where that is not known
     */
    record Changes(
            RoaringBitmap live, boolean merged, @Nullable RoaringBitmap touched) {}
}
