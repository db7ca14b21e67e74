package io.guanxi.audience.live;

import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.engine.Engine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How long chains of saved audiences are that ask for each other. What is longer than any may be is not counted to its end.
 *
 * @param asked whom an audience asks for
 * @param asking who asks for an audience
 */
record Chains(Map<Long, Set<Long>> asked, Map<Long, Set<Long>> asking) {

    /** {@return the chains of audiences, given which of them use which} */
    static Chains of(Collection<AudienceUse> uses) {
        Chains chains = new Chains(new HashMap<>(), new HashMap<>());
        for (AudienceUse use : uses) {
            chains.asked.computeIfAbsent(use.id(), _ -> new HashSet<>()).add(use.audience());
            chains.asking.computeIfAbsent(use.audience(), _ -> new HashSet<>()).add(use.id());
        }
        return chains;
    }

    /** {@return how many stand in the longest chain from an audience down, itself included} */
    int from(long audience) {
        return longest(audience, asked);
    }

    /** {@return how many stand in the longest chain from an audience up, without itself} */
    int above(long audience) {
        return longest(audience, asking) - 1;
    }

    private static int longest(long audience, Map<Long, Set<Long>> next) {
        Set<Long> row = Set.of(audience);
        int rows = 0;
        while (!row.isEmpty() && rows <= Engine.DEEPEST) {
            rows++;
            Set<Long> following = new HashSet<>();
            row.forEach(it -> following.addAll(next.getOrDefault(it, Set.of())));
            row = following;
        }
        return rows;
    }
}
