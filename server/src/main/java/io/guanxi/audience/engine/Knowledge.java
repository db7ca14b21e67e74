package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** What is not derived: what members said of themselves, lists, saved audiences. */
public interface Knowledge {

    /**
     * {@return members with a trait}
     *
     * @param trait which, and what it must be; never that it is not known
     * @param among only of these, or null for all
     * @param limit how long it may take
     */
    RoaringBitmap trait(Expression.Trait trait, @Nullable RoaringBitmap among, Limit limit);

    /**
     * {@return members with a trait that is a day within a window}
     *
     * @param trait which, and when
     * @param today the brand's day
     * @param among only of these, or null for all
     * @param limit how long it may take
     */
    RoaringBitmap traitDay(Expression.TraitDay trait, LocalDate today, @Nullable RoaringBitmap among, Limit limit);

    /**
     * {@return members who gave a consent, or took it back}
     *
     * @param consent which
     * @param among only of these, or null for all
     * @param limit how long it may take
     */
    RoaringBitmap consent(Expression.Consent consent, @Nullable RoaringBitmap among, Limit limit);

    /**
     * {@return members who carry a tag}
     *
     * @param tagged one of which
     * @param among only of these, or null for all
     * @param limit how long it may take
     */
    RoaringBitmap tagged(Expression.Tagged tagged, @Nullable RoaringBitmap among, Limit limit);

    /**
     * {@return who is on a list, by the numbers they had then; empty where there is no such list}
     *
     * @param id the list
     */
    Optional<RoaringBitmap> list(long id);

    /**
     * {@return what a saved audience asks; empty where there is no such audience}
     *
     * @param id the audience
     */
    Optional<Expression> definition(long id);

    /**
     * {@return who was in an audience at the end of a day; empty where that is not known}
     *
     * @param id the audience
     * @param on the day
     */
    Optional<RoaringBitmap> snapshot(long id, LocalDate on);
}
