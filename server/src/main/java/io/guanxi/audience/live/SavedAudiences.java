package io.guanxi.audience.live;

import io.guanxi.access.Audit;
import io.guanxi.access.Colleagues;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Role;
import io.guanxi.audience.AudienceUses;
import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Reading;
import io.guanxi.audience.expression.References;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.AudienceTable.Wish;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.audience.store.TagRule;
import io.guanxi.audience.store.TagRuleTable;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tags;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saves audiences: whatever one refers to must be there, and none may ask for itself by any way. */
@Component
public class SavedAudiences {

    private static final int MOST = 2000;

    private final AudienceTable table;
    private final ListTable lists;
    private final Tags tags;
    private final TagRuleTable rules;
    private final Memberships memberships;
    private final MembershipTable snapshots;
    private final ObjectProvider<AudienceUses> uses;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Colleagues colleagues;
    private final Audit audit;

    SavedAudiences(
            AudienceTable table,
            ListTable lists,
            Tags tags,
            TagRuleTable rules,
            Memberships memberships,
            MembershipTable snapshots,
            ObjectProvider<AudienceUses> uses,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Colleagues colleagues,
            Audit audit) {
        this.table = table;
        this.lists = lists;
        this.tags = tags;
        this.rules = rules;
        this.memberships = memberships;
        this.snapshots = snapshots;
        this.uses = uses;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    /** {@return all audiences by folder and name} */
    public List<AudienceRow> all() {
        return table.all();
    }

    /**
     * {@return an audience}
     *
     * @param id its number
     */
    public AudienceRow get(long id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * {@return an audience's name; empty where there is none}
     *
     * @param id its number
     */
    public Optional<String> find(long id) {
        return table.find(id).map(AudienceRow::name);
    }

    /**
     * {@return the number of a ready-made audience; empty where there is none}
     *
     * @param key by which it is known for ever
     */
    public Optional<Long> ready(String key) {
        return table.all().stream()
                .filter(row -> key.equals(row.ready()))
                .findFirst()
                .map(AudienceRow::id);
    }

    /**
     * Saves a new one.
     *
     * @param wish what
     * @return the audience, refreshed
     */
    public AudienceRow create(Wish wish) {
        long id = Objects.requireNonNull(transaction.execute(_ -> {
            table.lock();
            if (table.all().size() >= MOST) {
                throw Problem.conflict("audience.too-many", "There are " + MOST + " audiences; delete some first.");
            }
            check(wish.expression(), null);
            long made = table.insert(null, wish, currentUser.actor().name()).orElseThrow();
            audit.record("audience.created", "audience:" + made, Map.of("version", 1));
            return made;
        }));
        return refreshed(id);
    }

    /**
     * Saves another version.
     *
     * @param id which audience
     * @param version the version that was edited
     * @param wish what
     * @return the audience, refreshed
     */
    public AudienceRow update(long id, int version, Wish wish) {
        transaction.executeWithoutResult(_ -> {
            table.lock();
            get(id);
            check(wish.expression(), id);
            if (!table.update(id, version, wish, currentUser.actor().name())) {
                throw Problem.conflict(
                        "audience.changed-meanwhile",
                        "Somebody saved another version meanwhile; load it and try again.");
            }
            audit.record("audience.changed", "audience:" + id, Map.of("version", version + 1));
        });
        return refreshed(id);
    }

    /** {@return the names of those who can own audiences: users who may see them} */
    public List<String> owners() {
        return colleagues.names(Role.ANALYST);
    }

    /**
     * Gives an audience to another user.
     *
     * @param id which audience
     * @param owner name of a user who may see audiences
     * @return the audience
     */
    public AudienceRow give(long id, String owner) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            table.lock();
            AudienceRow before = get(id);
            if (before.owner().equals(owner)) {
                return before;
            }
            if (!owners().contains(owner)) {
                throw Problem.badRequest(
                        "audience.owner-unknown", "There is no user “" + owner + "” who may see audiences.");
            }
            table.give(id, owner);
            audit.record("audience.owner-changed", "audience:" + id, Map.of("from", before.owner(), "to", owner));
            return get(id);
        }));
    }

    /** {@return who uses audiences, by the number of the audience} */
    public Map<Long, List<AudienceUse>> uses() {
        return uses.stream().flatMap(who -> who.all().stream()).collect(Collectors.groupingBy(AudienceUse::audience));
    }

    /**
     * Deletes one that nobody uses.
     *
     * @param id which
     */
    public void delete(long id) {
        transaction.executeWithoutResult(_ -> {
            table.lock();
            get(id);
            uses().getOrDefault(id, List.of()).stream().findFirst().ifPresent(use -> {
                throw Problem.conflict(
                        "audience.used", "Audience " + id + " is used by the " + use.kind() + " “" + use.name() + "”.");
            });
            table.delete(id);
            audit.record("audience.deleted", "audience:" + id, Map.of());
        });
        memberships.forget(id);
    }

    /**
     * Refuses what refers to nothing, to a day that has not come, or through too many audiences, and says where.
     *
     * @param expression what is asked
     * @param id the audience that would ask it, or null
     */
    public void check(Expression expression, @Nullable Long id) {
        Set<Long> seen = new HashSet<>();
        Chains chains = Chains.of(table.uses());
        int above = id == null ? 0 : chains.above(id);
        References.visit(expression, (pointer, leaf) -> {
            switch (leaf) {
                case Expression.InList(long list) -> {
                    if (lists.find(list).isEmpty()) {
                        throw refused(
                                "audience.list-unknown", pointer + "/id", "there is no list with the number " + list);
                    }
                }
                case Expression.Tagged(var in) -> {
                    for (int i = 0; i < in.size(); i++) {
                        tag(in.get(i), pointer + "/in/" + i, id, seen);
                    }
                }
                case Expression.InAudience(long other, var on) -> {
                    audience(other, pointer + "/id", id, seen);
                    if (above + chains.from(other) > Engine.DEEPEST) {
                        throw refused(
                                "audience.too-deep",
                                pointer + "/id",
                                "more than " + Engine.DEEPEST
                                        + " audiences would ask for each other, one within the other");
                    }
                    if (on != null) {
                        snapshot(other, on, pointer + "/on");
                    }
                }
                case Expression.Stage(var _, int _, var on) -> past(on, pointer + "/on");
                case Expression.Layer(var _, var on) -> past(on, pointer + "/on");
                default -> {
                    // refers to nothing
                }
            }
        });
    }

    private void snapshot(long other, LocalDate on, String pointer) {
        if (!snapshots.hasSnapshot(other, on)) {
            throw refused(
                    "audience.snapshot-unknown",
                    pointer,
                    "there is no snapshot of " + on + " of the audience " + other);
        }
    }

    private void past(@Nullable LocalDate on, String pointer) {
        if (on != null && on.isAfter(memberships.today())) {
            throw refused("audience.window-impossible", pointer, "the day " + on + " has not come yet");
        }
    }

    private void tag(int tag, String pointer, @Nullable Long id, Set<Long> seen) {
        if (tags.find(tag).isEmpty()) {
            throw refused("audience.tag-unknown", pointer, "there is no tag with the number " + tag);
        }
        rules.ofTag(tag).map(TagRule::audience).ifPresent(other -> audience(other, pointer, id, seen));
    }

    /** Follows all that an audience asks for; what was seen before led to nothing wrong. */
    private void audience(long asked, String pointer, @Nullable Long id, Set<Long> seen) {
        Deque<Long> waiting = new ArrayDeque<>(Set.of(asked));
        while (!waiting.isEmpty()) {
            long other = waiting.remove();
            if (id != null && other == id) {
                throw refused("audience.cycle", pointer, "audience " + id + " would ask for itself");
            }
            if (seen.add(other)) {
                Expression deeper = table.find(other)
                        .orElseThrow(() -> refused(
                                "audience.unknown-audience", pointer, "there is no audience with the number " + other))
                        .expression();
                waiting.addAll(asked(deeper));
            }
        }
    }

    private static Problem refused(String code, String pointer, String message) {
        return new Reading.Refused(code, pointer, message).problem();
    }

    /** Audiences that an expression depends on: those it asks for, and those that keep the tags current it asks for. */
    private Set<Long> asked(Expression expression) {
        Set<Long> asked = new HashSet<>(References.audiences(expression));
        for (int tag : References.tags(expression)) {
            rules.ofTag(tag).map(TagRule::audience).ifPresent(asked::add);
        }
        return asked;
    }

    /**
     * {@return all tags on which an audience depends, by whatever way}
     *
     * @param id which audience
     */
    public Set<Integer> tagsBehind(long id) {
        Set<Integer> found = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        Deque<Long> waiting = new ArrayDeque<>(Set.of(id));
        while (!waiting.isEmpty()) {
            long next = waiting.remove();
            if (seen.add(next)) {
                Expression expression = get(next).expression();
                found.addAll(References.tags(expression));
                waiting.addAll(asked(expression));
            }
        }
        return found;
    }

    private AudienceRow refreshed(long id) {
        AudienceRow audience = get(id);
        memberships.refresh(audience);
        return audience;
    }

    private static Problem unknown(long id) {
        return Problem.notFound("audience.unknown", "There is no audience with the number " + id + ".");
    }
}
