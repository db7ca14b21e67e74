package io.guanxi.audience.engine;

import io.guanxi.audience.engine.Ground.Changes;
import io.guanxi.audience.engine.Ground.Version;
import io.guanxi.audience.engine.Leaves.Answered;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.NormalForm;
import io.guanxi.platform.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers expressions. A leaf is one query; its answer is kept as a bitmap under its normal form, and groups are algebra of
 * bitmaps. What is kept belongs to a version; {@link #follow} brings it to the next one by asking again for those members
 * alone whom new facts touch.
 */
public final class Engine {

    private static final Logger log = LoggerFactory.getLogger(Engine.class);
    private static final int MOST_PATCHED = 200_000;
    private static final Duration PATCHING = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_NESTED = 4;
    private static final int MOST_OPENED = 20;

    /** How many audiences may ask for each other, one within the other. */
    public static final int DEEPEST = 20;

    private final Ground ground;
    private final LeafEngine leafEngine;
    private final Knowledge knowledge;
    private volatile @Nullable State state;

    /** What is known at one version. */
    private record State(Version version, Changes members, Leaves leaves) {}

    /**
     * An engine.
     *
     * @param ground what is derived
     * @param knowledge what is not
     */
    public Engine(Ground ground, Knowledge knowledge) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.leafEngine = new LeafEngine(knowledge);
    }

    /**
     * Follows the mart, the runs, the calendar and the members to where they are now.
     *
     * @return whether anything was new
     */
    public synchronized boolean follow() {
        State before = state;
        Version version = ground.version();
        Changes members = ground.followMembers();
        RoaringBitmap touched = members.touched();
        if (before != null && version.equals(before.version()) && touched != null && touched.isEmpty()) {
            return false;
        }
        Leaves leaves = new Leaves();
        if (before != null) {
            try {
                takeOver(before, version, members, leaves);
            } catch (RuntimeException e) {
                state = null; // what is kept would miss these changes
                throw e;
            }
        }
        leaves.trim();
        state = new State(version, members, leaves);
        return true;
    }

    private void takeOver(State before, Version version, Changes members, Leaves leaves) {
        boolean run = before.version().run() != version.run();
        boolean day = !before.version().today().equals(version.today());
        RoaringBitmap touched = touched(before.version(), version, members);
        Set<Integer> retagged = before.version().tags() == version.tags()
                ? Set.of()
                : ground.tagsChangedSince(before.version().tags());
        List<Map.Entry<String, Answered>> patched = new ArrayList<>();
        before.leaves().answered().forEach((normal, answered) -> {
            Needs needs = Needs.of(answered.leaf());
            RoaringBitmap known = answered.members();
            if ((needs.run() && run) || (needs.day() && day) || known == null || changed(answered.leaf(), retagged)) {
                return;
            }
            if (!needs.facts() || (touched != null && touched.isEmpty())) {
                leaves.put(normal, answered, known);
            } else if (needs.patched() && touched != null) {
                patched.add(Map.entry(normal, answered));
            }
        });
        List<Leaves.Summed> summed = day ? List.of() : before.leaves().summedSince(System.nanoTime() - KEPT.toNanos());
        if (touched == null) {
            return;
        }
        if (touched.isEmpty()) {
            summed.forEach(known -> leaves.put(known, known.sums()));
        } else if (!patched.isEmpty() || !summed.isEmpty()) {
            patch(patched, summed, touched, version, members, leaves);
        }
    }

    private static boolean changed(Expression.Leaf leaf, Set<Integer> retagged) {
        return leaf instanceof Expression.Tagged(var in) && !Collections.disjoint(in, retagged);
    }

    /** Whom new facts touch, or null where that is not known or too many. */
    private @Nullable RoaringBitmap touched(Version from, Version to, Changes members) {
        RoaringBitmap touched = members.touched();
        Optional<String> arrivals =
                to.sequence() < from.sequence() ? Optional.empty() : ground.arrivals(from.sequence(), to.sequence());
        if (touched == null || arrivals.isEmpty()) {
            return null;
        }
        if (to.sequence() > from.sequence()) {
            String who = "SELECT coalesce(a.into_no, e.member_no) AS member_no FROM " + arrivals.get() + " e LEFT JOIN "
                    + Relations.aliases() + " a USING (member_no)";
            try (var connection = ground.connect()) {
                touched = RoaringBitmap.or(touched, Bits.of(connection, who, List.of(), Limit.of(PATCHING)));
            } catch (SQLException | RuntimeException e) {
                log.info("audiences are asked anew, since the lake's last files are gone: {}", e.getMessage());
                return null;
            }
        }
        return touched.getLongCardinality() > MOST_PATCHED ? null : touched;
    }

    private void patch(
            List<Map.Entry<String, Answered>> patched,
            List<Leaves.Summed> summed,
            RoaringBitmap touched,
            Version version,
            Changes members,
            Leaves leaves) {
        try (Scope scope = Scope.of(ground, members.merged(), touched, Limit.of(PATCHING))) {
            for (Map.Entry<String, Answered> entry : patched) {
                RoaringBitmap known = entry.getValue().members();
                if (known != null) {
                    RoaringBitmap now = leafEngine.members(
                            entry.getValue().leaf(), scope, members.live(), version.today(), Limit.of(PATCHING));
                    leaves.put(
                            entry.getKey(),
                            entry.getValue(),
                            RoaringBitmap.or(RoaringBitmap.andNot(known, touched), RoaringBitmap.and(now, touched)));
                }
            }
            for (Leaves.Summed known : summed) {
                leafEngine
                        .sums(known.did(), scope, version.today(), Limit.of(PATCHING))
                        .ifPresent(now -> leaves.put(known, known.sums().with(touched, now)));
            }
        } catch (RuntimeException e) {
            log.warn("answers could not be brought up to date and are asked anew: {}", e.toString());
        }
    }

    /** {@return all live members, as of the version that answers} */
    public RoaringBitmap live() {
        return current().members().live();
    }

    /**
     * Takes erased members out of every answer from now on.
     *
     * @param numbers under which they were known
     */
    public void forget(List<Integer> numbers) {
        ground.forget(numbers);
        follow();
    }

    /** {@return the version that answers} */
    public Version version() {
        return current().version();
    }

    /**
     * {@return who an expression holds for}
     *
     * @param expression which
     * @param limit how long it may take
     */
    public Answer ask(Expression expression, Limit limit) {
        State now = current();
        return new Asking(now, null, limit, 0).answer(expression, "", Set.of());
    }

    /**
     * {@return the same, asked for a few members alone and without what is kept}
     *
     * @param expression which
     * @param among those members
     * @param limit how long it may take
     */
    public Answer askOf(Expression expression, RoaringBitmap among, Limit limit) {
        State now = current();
        try (Scope scope = Scope.of(ground, now.members().merged(), among, limit)) {
            return new Asking(now, scope, limit, 0).answer(expression, "", Set.of());
        }
    }

    /**
     * {@return whether an expression holds for a member, and why}. An audience that it asks for is told with its own parts, up to
     * four audiences within each other and twenty in all; beyond that only whether the member is in it.
     *
     * @param expression which
     * @param memberNo a live member
     * @param limit how long it may take
     */
    public Explained explain(Expression expression, int memberNo, Limit limit) {
        State now = current();
        try (Scope scope = Scope.of(ground, now.members().merged(), RoaringBitmap.bitmapOf(memberNo), limit)) {
            Answer answer = new Asking(now, scope, limit, MOST_OPENED).answer(expression, "", Set.of());
            return explained(
                    answer, memberNo, new Facts(scope, memberNo, now.version().today(), limit));
        }
    }

    private static Explained explained(Answer answer, int memberNo, Facts facts) {
        return new Explained(
                answer.pointer(),
                answer.expression(),
                answer.members().contains(memberNo),
                answer.expression() instanceof Expression.Leaf leaf ? facts.of(leaf) : Map.of(),
                answer.expression() instanceof Expression.Community asked ? facts.stays(asked) : List.of(),
                answer.of().stream()
                        .map(part -> explained(part, memberNo, facts))
                        .toList());
    }

    private State current() {
        State now = state;
        if (now == null) {
            follow();
            now = state;
        }
        if (now == null) {
            throw new IllegalStateException("an engine that followed has a version");
        }
        return now;
    }

    /** One question at one version. */
    private final class Asking {

        private final State at;
        private final @Nullable Scope narrowed;
        private final RoaringBitmap live;
        private final Limit limit;
        private final Map<Long, Answer> others = new HashMap<>();
        private int opened;

        Asking(State at, @Nullable Scope narrowed, Limit limit, int opened) {
            this.at = at;
            this.narrowed = narrowed;
            RoaringBitmap among = narrowed == null ? null : narrowed.among();
            this.live = among == null
                    ? at.members().live()
                    : RoaringBitmap.and(at.members().live(), among);
            this.limit = limit;
            this.opened = opened;
        }

        Answer answer(Expression expression, String pointer, Set<Long> within) {
            limit.check();
            long begun = System.nanoTime();
            return switch (expression) {
                case Expression.All(var of) -> {
                    List<Answer> parts = parts(of, pointer, within);
                    yield done(expression, pointer, begun, FastAggregation.and(bitmaps(parts)), parts);
                }
                case Expression.Any(var of) -> {
                    List<Answer> parts = parts(of, pointer, within);
                    yield done(expression, pointer, begun, FastAggregation.or(bitmaps(parts)), parts);
                }
                case Expression.Not(var of) -> {
                    Answer part = answer(of, pointer + "/of", within);
                    RoaringBitmap rest = RoaringBitmap.andNot(live, part.members());
                    yield done(expression, pointer, begun, rest, List.of(part));
                }
                case Expression.InAudience(long id, var on)
                when on == null -> {
                    if (within.contains(id)) {
                        throw Problem.conflict("audience.cycle", "Audience " + id + " asks for itself.");
                    }
                    boolean opens = opened > 0 && within.size() < MOST_NESTED;
                    Answer before = opens ? null : others.get(id);
                    if (before != null) {
                        yield new Answer(pointer, expression, before.members(), micros(begun), true, List.of());
                    }
                    if (within.size() >= DEEPEST) {
                        throw Problem.conflict(
                                "audience.too-deep",
                                "More than " + DEEPEST + " audiences ask for each other, one within the other.");
                    }
                    Expression definition = knowledge.definition(id).orElseThrow(() -> LeafEngine.unknownAudience(id));
                    Set<Long> deeper = Set.copyOf(
                            Stream.concat(within.stream(), Stream.of(id)).toList());
                    opened -= opens ? 1 : 0;
                    Answer other = answer(definition, opens ? "" : pointer, deeper);
                    if (!opens) {
                        others.put(id, other);
                    }
                    yield new Answer(
                            pointer,
                            expression,
                            other.members(),
                            micros(begun),
                            other.cached(),
                            opens ? List.of(other) : List.of());
                }
                case Expression.Leaf leaf -> leaf(leaf, pointer, begun);
            };
        }

        private Answer done(
                Expression expression, String pointer, long begun, RoaringBitmap members, List<Answer> parts) {
            return new Answer(
                    pointer, expression, members, micros(begun), parts.stream().allMatch(Answer::cached), parts);
        }

        private List<Answer> parts(List<Expression> of, String pointer, Set<Long> within) {
            List<Answer> parts = new ArrayList<>();
            for (int i = 0; i < of.size(); i++) {
                parts.add(answer(of.get(i), pointer + "/of/" + i, within));
            }
            return parts;
        }

        private static RoaringBitmap[] bitmaps(List<Answer> parts) {
            return parts.stream().map(Answer::members).toArray(RoaringBitmap[]::new);
        }

        private static long micros(long begun) {
            return (System.nanoTime() - begun) / 1000;
        }

        private Answer leaf(Expression.Leaf leaf, String pointer, long begun) {
            if (leaf instanceof Expression.Everyone) {
                return new Answer(pointer, leaf, live, micros(begun), true, List.of());
            }
            Expression.Leaf normal = NormalForm.leaf(leaf);
            if (narrowed != null) {
                RoaringBitmap found = leafEngine.members(
                        normal, narrowed, at.members().live(), at.version().today(), limit);
                return new Answer(
                        pointer, leaf, LeafEngine.holding(normal, found, live), micros(begun), false, List.of());
            }
            Answered answered = at.leaves().of(NormalForm.json(normal), normal);
            RoaringBitmap known = answered.members();
            boolean cached = known != null;
            RoaringBitmap found = known == null ? found(answered) : known;
            return new Answer(pointer, leaf, answered.holding(found, live), micros(begun), cached, List.of());
        }

        private RoaringBitmap found(Answered answered) {
            answered.take(limit);
            try (Scope scope = Scope.whole(ground, at.members())) {
                RoaringBitmap known = answered.members();
                if (known != null) {
                    return known;
                }
                RoaringBitmap found = found(answered.leaf(), scope);
                answered.fill(found);
                at.leaves().trim();
                return found;
            } finally {
                answered.release();
            }
        }

        private RoaringBitmap found(Expression.Leaf leaf, Scope scope) {
            LocalDate today = at.version().today();
            if (leaf instanceof Expression.Score score) {
                Optional<Leaves.Near> near = at.leaves().near(score);
                if (near.isPresent()) {
                    RoaringBitmap shifted = leafEngine.shifted(score.figure(), near.get(), scope, today, limit);
                    if (ground.version().run() == at.version().run()) {
                        return shifted;
                    } // else the one range is of the run before
                }
            }
            if (leaf instanceof Expression.Did did) {
                Optional<Sums> sums = sums(did, scope);
                if (sums.isPresent()) {
                    return sums.get().members(did.is(), LeafEngine.inverted(did));
                }
            }
            return leafEngine.members(leaf, scope, at.members().live(), today, limit);
        }

        /** Kept sums answer any bound; whether somebody did it at all is quicker without them. */
        private Optional<Sums> sums(Expression.Did did, Scope scope) {
            Optional<Sums> kept = at.leaves().sums(did);
            if (kept.isPresent() || LeafSql.occurs(did)) {
                return kept;
            }
            Optional<Sums> sums = leafEngine.sums(did, scope, at.version().today(), limit);
            sums.ifPresent(found -> at.leaves().keep(did, found));
            return sums;
        }
    }
}
