package io.guanxi.collect.imports;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Why an event of a map is not taken. The first that holds is the one named. */
enum RejectReason {
    NUL_BYTE("nul-byte", "a text holds a NUL byte", "has_nul"),
    NO_EVENT("no-event", "the event's name is missing", "event IS NULL"),
    NO_IDENTIFIER("no-identifier", "all id_ columns are empty: nobody did this", "len(identifiers) = 0"),
    NO_TIME("no-time", "the time is missing", "NOT has_ts"),
    TIME_UNREADABLE("time-unreadable", "the time is neither ISO text nor an epoch number", "ts IS NULL"),
    TIME_TOO_EARLY("time-before-1990", "the time is before 1990: a clock that was never set", "ts < $earliest"),
    TIME_IN_FUTURE("time-in-future", "the time is more than a day in the future", "ts > $latest"),
    RECEIVED_UNREADABLE("received-at-unreadable", "received_at is no time", "has_received_at AND received_at IS NULL"),
    TYPE_UNKNOWN(
            "type-unknown",
            "the type is none of track, identify, group, page, screen, alias",
            "type NOT IN ('track', 'identify', 'group', 'page', 'screen', 'alias')"),
    AMOUNT_INVALID(
            "amount-invalid", "the amount is no number that fits DECIMAL(18,2)", "has_amount AND amount IS NULL"),
    CURRENCY_INVALID(
            "currency-invalid", "the currency is no ISO 4217 code", "NOT regexp_full_match(currency, '[A-Z]{3}')"),
    QUANTITY_INVALID("quantity-invalid", "the quantity is no number", "has_quantity AND quantity IS NULL"),
    PROPERTIES_INVALID(
            "properties-invalid", "the properties are no JSON object", "has_properties AND properties IS NULL");

    private final String code;
    private final String sentence;
    private final String condition;

    RejectReason(String code, String sentence, String condition) {
        this.code = code;
        this.sentence = sentence;
        this.condition = condition;
    }

    /** {@return an expression that yields the code of the first reason that holds for a shaped event, or null} */
    static String firstThatHolds(String earliest, String latest) {
        return Arrays.stream(values())
                .map(reason -> "WHEN " + reason.condition + " THEN '" + reason.code + "'")
                .collect(Collectors.joining(" ", "CASE ", " END"))
                .replace("$earliest", earliest)
                .replace("$latest", latest);
    }

    /** {@return an expression that yields the sentence for a code} */
    static String sentenceFor(String code) {
        return Arrays.stream(values())
                .map(reason -> "WHEN '" + reason.code + "' THEN " + Quoted.text(reason.sentence))
                .collect(Collectors.joining(" ", "CASE " + code + " ", " END"));
    }
}
