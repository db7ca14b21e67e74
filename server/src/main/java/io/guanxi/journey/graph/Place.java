package io.guanxi.journey.graph;

import io.guanxi.platform.Problem.Fault;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    Misread wrong(String message) {
        return new Misread(new Fault(null, pointer, message));
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
            throw wrong("an object is wanted here");
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        for (String name : value.propertyNames()) {
            if (!known.contains(name)) {
                throw at(name).wrong(
                                "no field of this name has a meaning here; known are " + String.join(", ", fields));
            }
        }
        return this;
    }

    Place required(String field) {
        if (!has(field)) {
            throw at(field).wrong("this field is missing");
        }
        return at(field);
    }

    String kind() {
        if (!value.isObject()) {
            throw wrong("an object with a field \"kind\" is wanted here");
        }
        return required("kind").name();
    }

    /** A text of one line. */
    String name() {
        String text = text();
        if (text.length() > LONGEST_NAME || text.indexOf('\n') >= 0) {
            throw wrong("one line of 1 to " + LONGEST_NAME + " characters is wanted here");
        }
        return text;
    }

    String text() {
        if (!value.isString()) {
            throw wrong("a text is wanted here");
        }
        String text = value.asString();
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw wrong("a text of 1 to " + LONGEST_TEXT + " characters is wanted here");
        }
        return text;
    }

    int whole(int least, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong("a whole number is wanted here");
        }
        int number = value.asInt();
        if (number < least || number > most) {
            throw wrong(number + " is not from " + least + " to " + most);
        }
        return number;
    }

    int wholeOrZero(String field, int most) {
        return has(field) ? at(field).whole(0, most) : 0;
    }

    long id() {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw wrong("a number from 1 is wanted here");
        }
        return value.asLong();
    }

    boolean truth(String field) {
        if (!has(field)) {
            return false;
        }
        if (!at(field).value().isBoolean()) {
            throw at(field).wrong("true or false is wanted here");
        }
        return at(field).value().asBoolean();
    }

    LocalTime time() {
        try {
            LocalTime time = LocalTime.parse(name());
            if (time.getNano() != 0) {
                throw wrong("a time to the second is wanted here");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw wrong("a time of day such as 09:30 is wanted here");
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        String text = value.isString() ? value.asString() : "";
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong("one of " + Arrays.toString(words.getEnumConstants()) + " is wanted here");
    }

    <T> List<T> list(int least, int most, Function<Place, T> read) {
        if (!value.isArray() || value.size() < least || value.size() > most) {
            throw wrong("a list of " + least + " to " + most + " is wanted here");
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
