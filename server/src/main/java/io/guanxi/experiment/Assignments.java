package io.guanxi.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Arms of members in experiments and holdouts, for the modules that act. Assigning writes nothing and may be repeated; an
 * exposure is recorded once a member meets what the arms differ in, or would have met it in the arm that gets nothing.
 */
public interface Assignments {

    /** Key of the arm that gets nothing in a holdout. */
    String HELD_OUT = "holdout";

    /** Key of the arm that gets what the holdout is about. */
    String TREATED = "treated";

    /**
     * Divides members.
     *
     * @param experiment a running one
     * @param members who are divided
     * @return members by arm; who is held out globally, outside the experiment's part of its layer, or outside its audience is in none
     */
    Map<String, RoaringBitmap> assign(long experiment, RoaringBitmap members);

    /**
     * Divides whole communities, where what is done reaches all in a group.
     *
     * @param experiment a running one whose unit is the community
     * @param communities their keys
     * @return keys by arm
     */
    Map<String, List<String>> assignCommunities(long experiment, List<String> communities);

    /**
     * Divides members and records them as exposed, in the caller's transaction.
     *
     * @param experiment one that assigns members
     * @param members who meet it
     * @param at when
     * @return as {@link #assign}; nobody where it does not run
     */
    Map<String, RoaringBitmap> admit(long experiment, RoaringBitmap members, Instant at);

    /**
     * Divides members as they would be if it ran, for trying things out; a plan's part of its layer is not known yet, and taken for all.
     *
     * @param experiment one that assigns members
     * @param members who would meet it
     * @return as {@link #assign}; nobody where there is no such experiment
     */
    Map<String, RoaringBitmap> foresee(long experiment, RoaringBitmap members);

    /**
     * {@return what another module must know of an experiment; nothing where there is none, or it is a holdout}
     *
     * @param experiment its number
     */
    Optional<Plan> plan(long experiment);

    /**
     * What is planned.
     *
     * @param name as people call it
     * @param ofMembers whether single members are assigned, not whole communities
     * @param stopped whether it exposes nobody any more
     * @param arms their keys, the control first
     */
    record Plan(String name, boolean ofMembers, boolean stopped, List<String> arms) {

        /** Copies the arms. */
        public Plan {
            arms = List.copyOf(arms);
        }
    }

    /**
     * Records first exposures: each in the arm that {@link #assign} tells. A member exposed before keeps the first moment.
     *
     * @param experiment a running one
     * @param members who meet it, of all arms
     * @param at when
     * @return for how many it was the first time
     */
    long expose(long experiment, RoaringBitmap members, Instant at);

    /**
     * Records first exposures of members in the arm of their community; who is held out globally is not exposed.
     *
     * @param experiment a running one whose unit is the community
     * @param communities by key those of its members who meet it
     * @param at when
     * @return for how many it was the first time
     */
    long exposeCommunities(long experiment, Map<String, RoaringBitmap> communities, Instant at);

    /**
     * Records who was meant to meet it, whether they do or not: the other of the two analyses a report offers. Whoever is
     * exposed counts as meant without that.
     *
     * @param experiment a running one
     * @param members of all arms
     * @param at when
     */
    void intend(long experiment, RoaringBitmap members, Instant at);
}
