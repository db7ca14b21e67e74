package io.guanxi.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way into the outbox for other modules. */
public interface Messages {

    /** Intents that one call takes at most. */
    int MOST_AT_ONCE = 10_000;

    /**
     * Notes that things are to be said, in the caller's transaction: they are said if and only if it commits. Two statements,
     * whatever their number. An intent whose key is known already changes nothing.
     *
     * @param intents at most {@link #MOST_AT_ONCE}
     * @return keys of those that are new
     * @throws IllegalArgumentException where there are too many, or a template is not there: see {@link #template}
     */
    Set<String> intend(List<Intent> intents);

    /**
     * Notes that the same is to be said to many, in the caller's transaction: one INSERT, whatever their number, and no row of it
     * goes through this program. An intent whose key is known already changes nothing.
     *
     * @param same what is said
     * @param who to whom: a query, the calling module's own text, of {@code key}, 1 to 200 characters, {@code member_no}, and
     *     {@code said}, a JSON object of the values that are this one's own, which win over those of all, or null
     * @param parameters of the query, by name
     * @return how many are new
     * @throws IllegalArgumentException where the template is not there
     */
    int intendAlike(SameIntent same, String who, Map<String, ?> parameters);

    /** In it {@link #withdraw} leaves what it took back: a temporary table of {@code key}, of the caller's transaction. */
    String TAKEN_BACK = "taken_back";

    /**
     * Takes back what was intended, in the caller's transaction: two statements, whatever their number. What waits or is held is
     * not said; what is on its way is said, but does not come again should its provider not take it; open tasks of guides
     * are closed as not needed. It counts as suppressed where it was intended, for the reason given.
     *
     * @param back what, and why
     * @return how many were taken back; their keys are in {@link #TAKEN_BACK}
     */
    int withdraw(Withdrawal back);

    /**
     * Lets what was held while an origin paused be judged again, in the caller's transaction, which ends the pause.
     *
     * @param kind of the origin
     * @param id of the origin
     * @param reason why, a word in capitals, e.g. {@code JOURNEY_RESUMED}
     * @return how many
     */
    int release(String kind, String id, String reason);

    /**
     * {@return a template that is in use}
     *
     * @param id its number
     */
    Optional<TemplateSummary> template(long id);

    /**
     * {@return messages of an origin by node and what became of them}
     *
     * @param kind of the origin
     * @param id of the origin
     */
    List<Tally> tally(String kind, String id);

    /**
     * How often something became of messages.
     *
     * @param node where in the origin; empty for none
     * @param outcome {@code INTENDED}, {@code DELAYED}, {@code SUPPRESSED}, {@code SENT}, {@code DELIVERED}, {@code READ},
     *     {@code CLICKED}, {@code REPLIED}, {@code COMPLAINED}, {@code UNSUBSCRIBED}, {@code FAILED}, {@code DEAD}, {@code UNCERTAIN}
     * @param reason why, e.g. {@code QUIET_HOURS}; empty where the outcome says it all
     * @param messages how many
     */
    record Tally(String node, String outcome, String reason, long messages) {}
}
