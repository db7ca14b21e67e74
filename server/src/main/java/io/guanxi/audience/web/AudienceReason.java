package io.guanxi.audience.web;

import io.guanxi.audience.expression.CommunityRole;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.community.CommunityStage;
import io.guanxi.tag.TagSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a part of an audience's expression holds for a member, and what decides it.
 *
 * @param pointer JSON pointer of the part, empty for the whole; below another audience it leads from that audience's expression
 * @param sentence what it says
 * @param holds whether it holds
 * @param facts what decides it, by name; what is not known is not there
 * @param tags those the condition names that the member carries, and who or what put them there
 * @param communities those the member belongs or belonged to, where the condition is about communities; at most 50
 * @param of its parts; of another audience, as it is defined now, its expression
 */
record AudienceReason(
        String pointer,
        Sentence sentence,
        boolean holds,
        Map<String, String> facts,
        List<ReasonTag> tags,
        List<ReasonCommunity> communities,
        List<AudienceReason> of) {

    /**
     * A tag on the member.
     *
     * @param tag its number
     * @param name its name
     * @param by who or what put it there
     * @param taggedAt when
     * @param expiresAt until when it holds, or null for ever and while a rule keeps it
     */
    @Schema(name = "AudienceReasonTag")
    record ReasonTag(
            int tag,
            String name,
            TagSource by,
            Instant taggedAt,
            @Nullable Instant expiresAt) {}

    /**
     * A community of the member.
     *
     * @param id by which paths name it
     * @param community its key
     * @param belongs whether the member belongs to it, as of the last run; else it once did
     * @param stage its period, or null where it has none or the condition names none
     * @param role what the member is there, or null where the condition names no role
     */
    @Schema(name = "AudienceReasonCommunity")
    record ReasonCommunity(
            String id,
            String community,
            boolean belongs,
            @Nullable CommunityStage stage,
            @Nullable CommunityRole role) {}
}
