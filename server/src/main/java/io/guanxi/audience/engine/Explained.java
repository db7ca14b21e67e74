package io.guanxi.audience.engine;

import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.Expression;
import io.guanxi.community.CommunityStage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expression holds for one member, part by part, and why.
 *
 * @param pointer JSON pointer of the part, empty for the whole; within an audience it leads from that audience's own expression
 * @param expression the part
 * @param holds whether it holds
 * @param facts what of the mart decides it, by name
 * @param stays the communities that a condition on them looked at, those it names first, at most 50
 * @param of its parts; of an audience its expression
 */
public record Explained(
        String pointer,
        Expression expression,
        boolean holds,
        Map<String, String> facts,
        List<Stay> stays,
        List<Explained> of) {

    /**
     * A community that a member belongs to, or once belonged to.
     *
     * @param community its key
     * @param belongs whether the member still does, as of the last run
     * @param stage its period, or null where it has none or none was asked for
     * @param role the member's role there, or null where none was asked for
     */
    public record Stay(
            String community,
            boolean belongs,
            @Nullable CommunityStage stage,
            @Nullable CommunityRole role) {}
}
