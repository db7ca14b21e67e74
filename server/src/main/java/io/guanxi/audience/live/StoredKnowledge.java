package io.guanxi.audience.live;

import io.guanxi.audience.engine.Knowledge;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Test;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.identity.MemberFacts;
import io.guanxi.tag.TagCarriers;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL knows of members, lists and audiences. */
@Component
class StoredKnowledge implements Knowledge {

    private final MemberFacts facts;
    private final AudienceTable audiences;
    private final ListTable lists;
    private final MembershipTable memberships;
    private final JsonMapper json;
    private final TagCarriers tags;

    StoredKnowledge(
            MemberFacts facts,
            AudienceTable audiences,
            ListTable lists,
            MembershipTable memberships,
            JsonMapper json,
            TagCarriers tags) {
        this.facts = facts;
        this.audiences = audiences;
        this.lists = lists;
        this.memberships = memberships;
        this.json = json;
        this.tags = tags;
    }

    @Override
    public RoaringBitmap trait(Expression.Trait trait, @Nullable RoaringBitmap among, Limit limit) {
        return having(trait.name(), likely(trait.is()), trait.is()::holdsFor, among, limit);
    }

    @Override
    public RoaringBitmap traitDay(
            Expression.TraitDay trait, LocalDate today, @Nullable RoaringBitmap among, Limit limit) {
        return having(trait.name(), null, value -> trait.holdsFor(value, today), among, limit);
    }

    private RoaringBitmap having(
            String trait,
            @Nullable List<String> likely,
            Predicate<String> holds,
            @Nullable RoaringBitmap among,
            Limit limit) {
        RoaringBitmap found = new RoaringBitmap();
        ask(
                () -> facts.traits(
                        trait,
                        likely,
                        among == null ? null : among.toArray(),
                        (member, value) -> {
                            if (holds.test(value)) {
                                found.add(member);
                            }
                        },
                        new Watching(limit)),
                limit);
        return found;
    }

    /** How JSON writes the texts that alone can fit. */
    private @Nullable List<String> likely(Test is) {
        return is instanceof Test.OneOf(var in)
                ? in.stream()
                        .flatMap(text -> Stream.of(text, json.writeValueAsString(text)))
                        .toList()
                : null;
    }

    @Override
    public RoaringBitmap consent(Expression.Consent consent, @Nullable RoaringBitmap among, Limit limit) {
        RoaringBitmap found = new RoaringBitmap();
        ask(
                () -> facts.consents(
                        consent.channel(),
                        consent.granted(),
                        among == null ? null : among.toArray(),
                        found::add,
                        new Watching(limit)),
                limit);
        return found;
    }

    private interface Question {
        void ask() throws SQLException;
    }

    private static void ask(Question question, Limit limit) {
        try {
            question.ask();
        } catch (SQLException e) {
            throw limit.trouble(e);
        }
    }

    private record Watching(Limit limit) implements MemberFacts.Watch {

        @Override
        public void begins(PreparedStatement statement) throws SQLException {
            limit.watch(statement);
        }

        @Override
        public void ended(PreparedStatement statement) {
            limit.unwatch(statement);
        }
    }

    @Override
    public RoaringBitmap tagged(Expression.Tagged tagged, @Nullable RoaringBitmap among, Limit limit) {
        RoaringBitmap found = new RoaringBitmap();
        for (int tag : tagged.in()) {
            limit.check();
            RoaringBitmap carriers = tags.of(tag);
            found.or(among == null ? carriers : RoaringBitmap.and(carriers, among));
        }
        return found;
    }

    @Override
    public Optional<RoaringBitmap> list(long id) {
        return lists.members(id);
    }

    @Override
    public Optional<Expression> definition(long id) {
        return audiences.find(id).map(AudienceRow::expression);
    }

    @Override
    public Optional<RoaringBitmap> snapshot(long id, LocalDate on) {
        return memberships.snapshot(id, on);
    }
}
