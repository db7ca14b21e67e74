package io.guanxi.audience.engine;

import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Figure;
import io.guanxi.audience.expression.Test;
import io.guanxi.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/** Works a leaf out, for all members or for those of a narrowed scope. At most a few such questions run at once. */
final class LeafEngine {

    private static final int AT_ONCE = 2;

    private final Knowledge knowledge;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    LeafEngine(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * {@return the members whom the leaf's query finds; for an inverted leaf those for whom it does not hold}
     *
     * @param leaf which
     * @param scope where
     * @param live all live members
     * @param today the brand's day
     * @param limit how long it may take
     */
    RoaringBitmap members(Expression.Leaf leaf, Scope scope, RoaringBitmap live, LocalDate today, Limit limit) {
        RoaringBitmap among = scope.among();
        return switch (leaf) {
            case Expression.Everyone() -> live;
            case Expression.Share share -> Shares.of(share, among == null ? live : among);
            case Expression.Trait trait ->
                knowledge.trait(
                        inverted(trait) ? new Expression.Trait(trait.name(), new Test.Known(true)) : trait,
                        among,
                        limit);
            case Expression.TraitDay trait -> knowledge.traitDay(trait, today, among, limit);
            case Expression.Consent consent -> knowledge.consent(consent, among, limit);
            case Expression.Tagged tagged -> knowledge.tagged(tagged, among, limit);
            case Expression.InList(long id) ->
                survivors(knowledge.list(id).orElseGet(RoaringBitmap::new), scope, limit);
            case Expression.InAudience(long id, var on) ->
                survivors(
                        on == null
                                ? new RoaringBitmap()
                                : knowledge.snapshot(id, on).orElseThrow(() -> unknownSnapshot(id, on)),
                        scope,
                        limit);
            case Expression.Score _,
                    Expression.Marked _,
                    Expression.ActiveDays _,
                    Expression.Layer _,
                    Expression.LayerMoved _,
                    Expression.Level _,
                    Expression.Stage _,
                    Expression.Moved _,
                    Expression.Channel _,
                    Expression.Joined _,
                    Expression.Community _,
                    Expression.Did _,
                    Expression.Sequence _ -> asked(leaf, scope, today, limit);
        };
    }

    /**
     * {@return the members of a score's range, given those of another range of the same figure}. Only those between the two are
     * asked for: setting bits is what such a question costs most.
     *
     * @param figure the figure
     * @param near the members of the other range, of the same run, and where the two differ
     * @param scope the whole
     * @param today the brand's day
     * @param limit how long it may take
     */
    RoaringBitmap shifted(Figure figure, Leaves.Near near, Scope scope, LocalDate today, Limit limit) {
        Expression.Score between = new Expression.Score(figure, near.difference());
        RoaringBitmap members = RoaringBitmap.xor(near.members(), asked(between, scope, today, limit));
        members.runOptimize();
        return members;
    }

    /**
     * {@return how often members did something, where that is what is asked for and the days are few enough}
     *
     * @param did what
     * @param scope of whom
     * @param today the brand's day
     * @param limit how long it may take
     */
    Optional<Sums> sums(Expression.Did did, Scope scope, LocalDate today, Limit limit) {
        return new LeafSql(scope.relations(), today)
                .sums(did)
                .map(query -> placed(limit, () -> Sums.of(scope.connection(), query.sql(), query.texts(), limit)));
    }

    private RoaringBitmap asked(Expression.Leaf leaf, Scope scope, LocalDate today, Limit limit) {
        MartQuery query = new LeafSql(scope.relations(), today).of(leaf).orElseThrow();
        return placed(limit, () -> Bits.of(scope.connection(), query.sql(), query.texts(), limit));
    }

    private <T> T placed(Limit limit, Supplier<T> question) {
        limit.await(nanos -> places.tryAcquire(nanos, TimeUnit.NANOSECONDS));
        try {
            return question.get();
        } finally {
            places.release();
        }
    }

    /** {@return whether the leaf's query finds those for whom it does not hold} */
    static boolean inverted(Expression.Leaf leaf) {
        return (leaf instanceof Expression.Did did && did.is().holds(0))
                || (leaf instanceof Expression.Trait trait && trait.is().equals(new Test.Known(false)));
    }

    /** {@return those of the live members for whom the leaf holds, given whom its query finds} */
    static RoaringBitmap holding(Expression.Leaf leaf, RoaringBitmap found, RoaringBitmap live) {
        if (inverted(leaf)) {
            return RoaringBitmap.andNot(live, found);
        }
        RoaringBitmap holding = RoaringBitmap.and(live, found);
        return holding.getLongCardinality() == found.getLongCardinality() ? found : holding; // mostly: keep one of them
    }

    /** Numbers kept from some earlier day, as they are now. */
    private static RoaringBitmap survivors(RoaringBitmap kept, Scope scope, Limit limit) {
        RoaringBitmap members = kept.clone();
        try (Statement statement = scope.connection().createStatement()) {
            limit.watch(statement);
            try (ResultSet rows = statement.executeQuery("SELECT member_no, into_no FROM " + Relations.aliases())) {
                while (rows.next()) {
                    if (kept.contains(rows.getInt(1))) {
                        members.add(rows.getInt(2));
                    }
                }
            } finally {
                limit.unwatch(statement);
            }
            return members;
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }

    private static Problem unknownSnapshot(long id, LocalDate on) {
        return Problem.conflict(
                "audience.snapshot-unknown",
                "There is no snapshot of " + on + " of the audience " + id
                        + ", so it is not known who was in it; ask for another day.");
    }

    static Problem unknownAudience(long id) {
        return Problem.notFound("audience.unknown", "There is no audience with the number " + id + ".");
    }
}
