package io.guanxi.journey.graph;

import io.guanxi.platform.Problem.Fault;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value inside a journey's JSON, with the way to it as a JSON pointer; what is wrong there is refused by that way. */
record Place(JsonNode value, String pointer) {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 100;

    /** A refusal on its way out of the reader. */
    static final class Misread extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Misread(Fault fault) {
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    Misread wrong(Flaw flaw, Object... values) {
        return new Misread(flaw.at(pointer, values));
    }

    Place at(String field) {
        return new Place(
                value.path(field), pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    boolean has(String field) {
        return value.has(field) && !value.path(field).isNull();
    }

    /** Refuses what is no object, and fields that have no meaning here: a misspelt one would be overlooked. */
    Place object(String... fields) {
        if (!value.isObject()) {
            throw wrong(Flaw.NO_OBJECT);
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        for (String name : value.propertyNames()) {
            if (!known.contains(name)) {
                throw at(name).wrong(Flaw.FIELD_UNKNOWN, String.join(", ", fields));
            }
        }
        return this;
    }

    Place required(String field) {
        if (!has(field)) {
            throw at(field).wrong(Flaw.MISSING);
        }
        return at(field);
    }

    String kind() {
        if (!value.isObject()) {
            throw wrong(Flaw.NO_KIND);
        }
        return required("kind").name();
    }

    /** A text of one line. */
    String name() {
        String text = text();
        if (text.length() > LONGEST_NAME || text.indexOf('\n') >= 0) {
            throw wrong(Flaw.NO_LINE, LONGEST_NAME);
        }
        return text;
    }

    String text() {
        String text = value.isString() ? value.asString() : "";
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw wrong(Flaw.NO_TEXT, LONGEST_TEXT);
        }
        return text;
    }

    int whole(int least, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(Flaw.NO_WHOLE_NUMBER);
        }
        int number = value.asInt();
        if (number < least || number > most) {
            throw wrong(Flaw.OUT_OF_RANGE, number, least, most);
        }
        return number;
    }

    int wholeOrZero(String field, int most) {
        return has(field) ? at(field).whole(0, most) : 0;
    }

    long id() {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw wrong(Flaw.NO_NUMBER);
        }
        return value.asLong();
    }

    boolean truth(String field) {
        if (!has(field)) {
            return false;
        }
        if (!at(field).value().isBoolean()) {
            throw at(field).wrong(Flaw.NO_TRUTH);
        }
        return at(field).value().asBoolean();
    }

    LocalTime time() {
        try {
            LocalTime time = LocalTime.parse(name());
            if (time.getNano() != 0) {
                throw wrong(Flaw.SPLIT_SECOND);
            }
            return time;
        } catch (DateTimeParseException e) {
            throw wrong(Flaw.NO_TIME);
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        String text = value.isString() ? value.asString() : "";
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong(
                Flaw.NO_SUCH_WORD,
                Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    <T> List<T> list(int least, int most, Function<Place, T> read) {
        if (!value.isArray() || value.size() < least || value.size() > most) {
            throw wrong(Flaw.LIST_LENGTH, least, most);
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(read.apply(new Place(value.get(i), pointer + "/" + i)));
        }
        return items;
    }

    <T> List<T> listOrNone(String field, int most, Function<Place, T> read) {
        return has(field) ? at(field).list(0, most, read) : List.of();
    }

    <T> @Nullable T maybe(String field, Function<Place, T> read) {
        return has(field) ? read.apply(at(field)) : null;
    }
}
