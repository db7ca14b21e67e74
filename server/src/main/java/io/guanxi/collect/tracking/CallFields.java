package io.guanxi.collect.tracking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single fields of a call: text without NUL characters, money, instants. */
final class CallFields {

    private static final int LONGEST_TEXT = 1_000;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999.99");

    private CallFields() {}

    /** Text of a scalar field; null where it is absent or blank. */
    static @Nullable String text(JsonNode object, String field) throws MalformedCall {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new MalformedCall("event.wrong-type", field, field + " must be text, not " + kind(node));
        }
        String text = node.asString().strip();
        if (text.length() > LONGEST_TEXT) {
            throw new MalformedCall(
                    "event.text-too-long", field, field + " has more than " + LONGEST_TEXT + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new MalformedCall("event.nul-character", field, field + " contains a NUL character");
        }
        return text.isEmpty() ? null : text;
    }

    /** An object field as compact JSON; null where it is absent or empty. */
    static @Nullable String json(JsonNode object, String field) throws MalformedCall {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull() || (node.isObject() && node.isEmpty())) {
            return null;
        }
        if (!node.isObject()) {
            throw new MalformedCall("event.wrong-type", field, field + " must be an object, not " + kind(node));
        }
        return CompactJson.of(node);
    }

    /** Money, rounded to cents; accepts numbers and numeric text. */
    static @Nullable BigDecimal money(JsonNode properties, String field) throws MalformedCall {
        JsonNode node = properties.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        BigDecimal money = number(node, field);
        if (money.abs().compareTo(MOST_MONEY) > 0) {
            throw new MalformedCall("event.amount-out-of-range", field, field + " is larger than " + MOST_MONEY);
        }
        return money.setScale(2, RoundingMode.HALF_UP);
    }

    /** A plain number; accepts numeric text. */
    static BigDecimal number(JsonNode node, String field) throws MalformedCall {
        try {
            if (node.isNumber()) {
                return node.decimalValue();
            }
            if (node.isString()) {
                String text = node.asString().strip();
                if (text.length() <= 40) {
                    return new BigDecimal(text);
                }
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new MalformedCall("event.wrong-type", field, field + " must be a number, not " + kind(node));
    }

    /** An ISO 8601 instant, or epoch milliseconds. */
    static @Nullable Instant instant(JsonNode object, String field) throws MalformedCall {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            return node.isIntegralNumber()
                    ? Instant.ofEpochMilli(node.longValue())
                    : OffsetDateTime.parse(node.asString()).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedCall(
                    "event.time-unreadable", field, field + " must be ISO 8601 with a zone, like 2026-05-01T08:00:00Z");
        }
    }

    private static String kind(JsonNode node) {
        return node.isString()
                ? "'" + abbreviate(node.asString()) + "'"
                : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String abbreviate(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
