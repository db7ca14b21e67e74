package io.guanxi.collect.tracking;

import io.guanxi.collect.inbox.ArrivedEvent;
import io.guanxi.platform.Brand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Turns one call of the Segment specification into an event.
 *
 * <p>Amount: {@code properties.revenue}, else {@code total}, else {@code value}. Object: the order, product, content or
 * other id the properties name. Community: {@code properties.community}, else the group.
 */
@Component
final class CallReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int LONGEST_ID = 100;
    private static final String[] AMOUNTS = {"revenue", "total", "value"};
    private static final String[] OBJECTS = {"order_id", "product_id", "sku", "content_id", "object"};
    private static final String[] COMMUNITIES = {"community", "community_id", "groupId"};

    private final Brand brand;

    CallReader(Brand brand) {
        this.brand = brand;
    }

    /**
     * Reads one call.
     *
     * @param type which call
     * @param call its JSON
     * @param sentAt when the sender sent it by its own clock, or null
     * @param receivedAt when it reached us
     * @param source whose key sent it
     * @return an event, or why it is none
     */
    Reading read(CallType type, JsonNode call, @Nullable Instant sentAt, Instant receivedAt, String source) {
        try {
            return new Reading.Valid(event(type, call, sentAt, receivedAt, source));
        } catch (MalformedCall malformed) {
            return malformed.asReading();
        }
    }

    private ArrivedEvent event(
            CallType type, JsonNode call, @Nullable Instant sentAt, Instant receivedAt, String source)
            throws MalformedCall {
        if (!call.isObject()) {
            throw new MalformedCall("event.wrong-type", null, "an event must be a JSON object");
        }
        ArrayNode identifiers = CallIdentifiers.of(type, call);
        if (identifiers.isEmpty()) {
            throw new MalformedCall(
                    "event.identifier-missing", "userId", "give userId, anonymousId or context.externalIds");
        }
        JsonNode properties = call.path("properties");
        return new ArrivedEvent(
                eventId(call),
                type.word(),
                name(type, call),
                happenedAt(call, sentAt, receivedAt),
                receivedAt,
                CompactJson.of(identifiers),
                community(type, call, properties),
                amount(properties),
                currency(properties),
                quantity(properties),
                first(properties, OBJECTS),
                CallFields.json(call, "properties"),
                traits(call),
                CallFields.json(call, "context"),
                source);
    }

    private static String eventId(JsonNode call) throws MalformedCall {
        String id = CallFields.text(call, "messageId");
        if (id == null) {
            return UUID.randomUUID().toString();
        }
        if (id.length() > LONGEST_ID) {
            throw new MalformedCall(
                    "event.message-id-too-long", "messageId", "messageId has more than " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static String name(CallType type, JsonNode call) throws MalformedCall {
        return switch (type) {
            case TRACK -> {
                String name = CallFields.text(call, "event");
                if (name == null) {
                    throw new MalformedCall("event.name-missing", "event", "a track call needs the event's name");
                }
                yield name;
            }
            case IDENTIFY -> "Profile Updated";
            case GROUP -> "Community Joined";
            case PAGE -> "Page Viewed";
            case SCREEN -> "Screen Viewed";
            case ALIAS -> "Identity Linked";
        };
    }

    /** Segment's clock correction: what the sender's clock was off is the same for timestamp and sentAt. */
    private static Instant happenedAt(JsonNode call, @Nullable Instant sentAt, Instant receivedAt)
            throws MalformedCall {
        Instant timestamp = CallFields.instant(call, "timestamp");
        if (timestamp == null) {
            timestamp = CallFields.instant(call, "originalTimestamp");
        }
        if (timestamp == null) {
            return receivedAt;
        }
        Instant sent = CallFields.instant(call, "sentAt");
        Instant reference = sent == null ? sentAt : sent;
        Instant ts = reference == null ? timestamp : receivedAt.minus(Duration.between(timestamp, reference));
        if (ts.isBefore(EARLIEST) || ts.isAfter(receivedAt.plus(AHEAD))) {
            throw new MalformedCall(
                    "event.time-out-of-range",
                    "timestamp",
                    "timestamp " + ts + " is before 1990 or more than a day ahead; is the sender's clock right?");
        }
        return ts;
    }

    private static @Nullable String community(CallType type, JsonNode call, JsonNode properties) throws MalformedCall {
        if (type == CallType.GROUP) {
            String group = CallFields.text(call, "groupId");
            if (group == null) {
                throw new MalformedCall("event.group-id-missing", "groupId", "a group call needs groupId");
            }
            return group;
        }
        String named = first(properties, COMMUNITIES);
        return named != null ? named : CallFields.text(call.path("context"), "groupId");
    }

    private static @Nullable BigDecimal amount(JsonNode properties) throws MalformedCall {
        for (String field : AMOUNTS) {
            BigDecimal money = CallFields.money(properties, field);
            if (money != null) {
                return money;
            }
        }
        return null;
    }

    private @Nullable String currency(JsonNode properties) throws MalformedCall {
        String code = CallFields.text(properties, "currency");
        if (code == null) {
            return brand.currency().getCurrencyCode();
        }
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new MalformedCall("event.currency-unknown", "currency", "currency must be an ISO 4217 code like CNY");
        }
    }

    private static @Nullable Double quantity(JsonNode properties) throws MalformedCall {
        JsonNode node = properties.path("quantity");
        return node.isMissingNode() || node.isNull()
                ? null
                : Double.valueOf(CallFields.number(node, "quantity").doubleValue());
    }

    private static @Nullable String traits(JsonNode call) throws MalformedCall {
        String own = CallFields.json(call, "traits");
        return own != null ? own : CallFields.json(call.path("context"), "traits");
    }

    private static @Nullable String first(JsonNode properties, String[] fields) throws MalformedCall {
        for (String field : fields) {
            String text = CallFields.text(properties, field);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
