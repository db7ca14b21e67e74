package io.guanxi.journey.engine;

import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.graph.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** What journeys do to members; in the transaction that moves them. */
interface Deeds {

    /** Parts members by their arm in an experiment, and notes them as exposed. {@return members by arm; who is in none is in no set} */
    Map<String, RoaringBitmap> part(Node.Trial trial, RoaringBitmap members, Instant at);

    /** Has something said to all who walk at a node, as they stand in the table {@code moving}. */
    void say(Published journey, Node.Message message, Standing walkers);

    /**
     * Takes back what was to be said to those in the table {@code leaving}, and closes guides' tasks with them.
     *
     * @param reason why
     * @param service whether what belongs to a contract, too
     * @return how many; their keys are in {@link io.guanxi.messaging.Messages#TAKEN_BACK}
     */
    int unsay(String reason, boolean service);

    /**
     * Takes back all that a journey was to say, and closes guides' tasks with it.
     *
     * @param journey which
     * @param except but for what comes of this version; 0 for none
     * @param reason why
     * @return how many; their keys are in {@link io.guanxi.messaging.Messages#TAKEN_BACK}
     */
    int unsayAll(long journey, int except, String reason);

    /** Puts tags on members, and takes others off. */
    void tag(Published journey, Node.Tagging tagging, RoaringBitmap members);

    /** Gives points to all who walk at a node, or takes some. */
    void grant(Published journey, Node.Points points, List<Walker> walkers);

    /** {@return who of the members is held out of everything, so that nobody is told of them, nor they of anything} */
    RoaringBitmap heldOut(RoaringBitmap members);

    /** Tells another system of members who walk at a node. */
    void call(Published journey, Node.Webhook webhook, List<Walker> walkers);
}
