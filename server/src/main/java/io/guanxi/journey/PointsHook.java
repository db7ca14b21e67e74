package io.guanxi.journey;

import java.util.List;

/**
 * What keeps points. A module that does is a bean of it; while there is none, a journey with a points node cannot be published.
 */
public interface PointsHook {

    /**
     * Gives or takes points, in the transaction that moves the members: they change if and only if the step is done.
     *
     * @param grants what to whom; one whose key is known already changes nothing
     */
    void grant(List<Grant> grants);

    /**
     * Points for one member.
     *
     * @param key tells grants apart
     * @param memberNo who
     * @param points how many; below zero they are taken
     * @param reason as the member may read it
     * @param journey number of the journey that does so
     */
    record Grant(String key, int memberNo, int points, String reason, long journey) {}
}
