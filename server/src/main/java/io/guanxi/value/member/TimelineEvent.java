package io.guanxi.value.member;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of a member.
 *
 * @param eventId unique for ever
 * @param event name in the catalogue
 * @param ts when it happened, UTC
 * @param community where, or null
 * @param amount its money, or null
 * @param currency of the amount, or null
 * @param quantity pieces, or null
 * @param object product, content, order …, or null
 * @param properties a JSON object, personal fields masked for those who may not see them, or null
 * @param source where it came from
 */
public record TimelineEvent(
        String eventId,
        String event,
        Instant ts,
        @Nullable String community,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Double quantity,
        @Nullable String object,
        @Nullable JsonNode properties,
        String source) {}
