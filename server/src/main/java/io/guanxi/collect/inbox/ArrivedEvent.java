package io.guanxi.collect.inbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A valid event as it enters the inbox.
 *
 * @param eventId unique for ever
 * @param type the call it came by: track, identify, group, page, screen, alias
 * @param event catalogue name
 * @param ts when it happened, corrected for the sender's clock
 * @param receivedAt when it reached us
 * @param identifiers JSON array of {@code kind:key}, the strongest first
 * @param community community key
 * @param amount money
 * @param currency ISO 4217
 * @param quantity pieces
 * @param object what it is about
 * @param properties JSON object
 * @param traits JSON object
 * @param context JSON object
 * @param source whose key sent it
 */
public record ArrivedEvent(
        String eventId,
        String type,
        String event,
        Instant ts,
        Instant receivedAt,
        String identifiers,
        @Nullable String community,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Double quantity,
        @Nullable String object,
        @Nullable String properties,
        @Nullable String traits,
        @Nullable String context,
        String source) {

    /** {@return the key by which the event is known to have arrived: MD5 of its id, as 32 hex digits} */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(eventId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
