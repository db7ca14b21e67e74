package io.guanxi.audience.tagging;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.AudienceChanges;
import io.guanxi.audience.AudienceHoldout;
import io.guanxi.audience.AudienceMembership;
import io.guanxi.audience.live.SavedAudiences;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.audience.store.TagRule;
import io.guanxi.audience.store.TagRuleTable;
import io.guanxi.platform.Problem;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagEffect;
import io.guanxi.tag.Tagging;
import io.guanxi.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rules: who enters an audience gets a tag, who leaves it loses it again unless somebody else put it there. Each change of
 * the audience is taken once, in the transaction that moves this consumer's offset.
 */
@Component
public class TagRules {

    private static final String CONSUMER = "tag-rules";
    private static final int CHANGES_AT_ONCE = 20;

    private final TagRuleTable rules;
    private final AudienceTable table;
    private final SavedAudiences audiences;
    private final AudienceChanges changes;
    private final AudienceMembership membership;
    private final MembershipTable members;
    private final Tags tags;
    private final Tagging tagging;
    private final AudienceHoldout holdout;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    TagRules(
            TagRuleTable rules,
            AudienceTable table,
            SavedAudiences audiences,
            AudienceChanges changes,
            AudienceMembership membership,
            MembershipTable members,
            Tags tags,
            Tagging tagging,
            AudienceHoldout holdout,
            TransactionOperations transaction,
            CurrentUser currentUser,
            Audit audit) {
        this.rules = rules;
        this.table = table;
        this.audiences = audiences;
        this.changes = changes;
        this.membership = membership;
        this.members = members;
        this.tags = tags;
        this.tagging = tagging;
        this.holdout = holdout;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** {@return all rules, the latest first} */
    public List<TagRule> all() {
        return rules.all();
    }

    /**
     * Makes a rule and tags who is in the audience now.
     *
     * @param tag the tag's number
     * @param audience the audience's number
     * @return the rule
     */
    public TagRule create(int tag, long audience) {
        String name = audiences.get(audience).name();
        if (membership.members(audience).isEmpty()) {
            throw Problem.conflict("audience.not-ready", "The audience could not be asked yet; try again in a minute.");
        }
        follow(); // the consumer is known from here on
        return Objects.requireNonNull(transaction.execute(_ -> {
            table.lock();
            rules.lock();
            Tag found = tags.find(tag)
                    .orElseThrow(() -> Problem.notFound("tag.unknown", "There is no tag with the number " + tag + "."));
            if (audiences.tagsBehind(audience).contains(tag)) {
                throw Problem.badRequest(
                        "tag.rule-cycle",
                        "The audience asks for the tag “" + found.name() + "”, which it would keep current itself.");
            }
            // What comes after this position comes by the log; what is read here may hold some of it, which does no
            // harm.
            long since = rules.lastChange();
            long id = rules.insert(
                            tag, audience, name, since, currentUser.actor().name())
                    .orElseThrow(() -> Problem.conflict(
                            "tag.rule-exists", "An audience keeps this tag current already; remove that rule first."));
            TagRule rule = rules.find(id).orElseThrow();
            TagEffect effect = tagging.tag(
                    tag, holdout.admit(audience, members.current(audience).orElseThrow()), rule.source(), null);
            audit.record(
                    "tag-rule.created",
                    "tag-rule:" + id,
                    Map.of("tag", tag, "audience", audience, "changed", effect.changed()));
            return rule;
        }));
    }

    /**
     * Ends a rule.
     *
     * @param id its number
     * @param keep whether members keep the tags that it put there
     */
    public void remove(long id, boolean keep) {
        transaction.executeWithoutResult(_ -> {
            rules.lock();
            TagRule rule = rules.find(id)
                    .orElseThrow(
                            () -> Problem.notFound("tag.rule-unknown", "There is no rule with the number " + id + "."));
            rules.remove(id);
            long taken = keep ? 0 : tagging.withdraw(rule.tag(), rule.source()).changed();
            if (keep) {
                tagging.release(rule.tag(), rule.source());
            }
            audit.record("tag-rule.removed", "tag-rule:" + id, Map.of("tag", rule.tag(), "taken", taken));
        });
    }

    /** Takes over who entered and left audiences since the last time. */
    void follow() {
        int taken;
        do {
            taken = changes.consume(CONSUMER, CHANGES_AT_ONCE, this::react);
        } while (taken == CHANGES_AT_ONCE);
    }

    private void react(AudienceChange change) {
        rules.lock(); // a rule that is being made or ended is seen once it is
        for (TagRule rule : rules.ofAudience(change.audience())) {
            if (change.position() > rule.since()) {
                apply(rule, change.entered(), change.left());
            }
        }
    }

    private void apply(TagRule rule, RoaringBitmap entered, RoaringBitmap left) {
        tagging.alone();
        if (tags.find(rule.tag()).filter(tag -> tag.archivedAt() == null).isPresent() && !entered.isEmpty()) {
            tagging.tag(rule.tag(), holdout.admit(rule.audience(), entered), rule.source(), null);
        }
        if (!left.isEmpty()) {
            tagging.withdraw(rule.tag(), gone(rule.audience(), left), rule.source());
        }
    }

    /** A merged member leaves every audience; whoever it was merged into may have its tag, and is in or not. */
    private RoaringBitmap gone(long audience, RoaringBitmap left) {
        RoaringBitmap survivors = rules.survivors(left);
        if (!survivors.isEmpty()) {
            survivors.andNot(members.current(audience).orElseThrow());
        }
        survivors.or(left);
        return survivors;
    }

    /**
     * {@return an audience's members as they were last found}
     *
     * @param audience its number
     */
    public RoaringBitmap members(long audience) {
        AudienceRow found = audiences.get(audience);
        return membership
                .members(found.id())
                .orElseThrow(() -> Problem.conflict(
                        "audience.not-ready", "The audience could not be asked yet; try again in a minute."));
    }
}
