package io.guanxi.audience.expression;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value inside an expression's JSON, with the way to it; what is wrong there is refused by that way. */
record Place(JsonNode value, String pointer) {

    static final int LONGEST_TEXT = 200;
    static final int LONGEST_LIST = 1000;

    /** A refusal on its way out of the reader. */
    static final class Misread extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Reading.Refused refused;

        Misread(Reading.Refused refused) {
            super(refused.message(), null, false, false);
            this.refused = refused;
        }

        Reading.Refused refused() {
            return refused;
        }
    }

    Misread wrong(String code, String message) {
        return new Misread(new Reading.Refused("audience." + code, pointer, message));
    }

    Place at(String field) {
        String step = field.replace("~", "~0").replace("/", "~1");
        return new Place(value.path(field), pointer + "/" + step);
    }

    boolean has(String field) {
        return value.has(field) && !value.path(field).isNull();
    }

    /** Refuses what is no object, and fields that have no meaning here. */
    Place object(String... fields) {
        if (!value.isObject()) {
            throw wrong("type-wrong", "an object is wanted here");
        }
        Set<String> known = Set.copyOf(Arrays.asList(fields));
        for (String name : value.propertyNames()) {
            if (!known.contains(name)) {
                throw at(name).wrong(
                                "field-unknown",
                                "no field of this name has a meaning here; known are " + String.join(", ", fields));
            }
        }
        return this;
    }

    Place required(String field) {
        if (!has(field)) {
            throw at(field).wrong("field-missing", "this field is missing");
        }
        return at(field);
    }

    String text() {
        if (!value.isString()) {
            throw wrong("type-wrong", "a text is wanted here");
        }
        String text = value.asString();
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw wrong("value-invalid", "a text of 1 to " + LONGEST_TEXT + " characters is wanted here");
        }
        return text;
    }

    /** A text, or a number or truth as JSON writes it. */
    String scalar() {
        return value.isNumber() || value.isBoolean() ? value.asString() : text();
    }

    double number() {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw wrong("type-wrong", "a number is wanted here");
        }
        return value.asDouble();
    }

    int whole(int least, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong("type-wrong", "a whole number is wanted here");
        }
        int number = value.asInt();
        if (number < least || number > most) {
            throw wrong("value-invalid", number + " is not from " + least + " to " + most);
        }
        return number;
    }

    long id() {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw wrong("type-wrong", "a number from 1 is wanted here");
        }
        return value.asLong();
    }

    boolean truth() {
        if (!value.isBoolean()) {
            throw wrong("type-wrong", "true or false is wanted here");
        }
        return value.asBoolean();
    }

    LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(text());
            if (day.getYear() < 1970 || day.getYear() > 2200) {
                throw wrong("window-impossible", "the day " + day + " is not from 1970 to 2200");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw wrong("type-wrong", "a day such as 2026-01-31 is wanted here");
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        String text = value.isString() ? value.asString() : "";
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong("value-invalid", "one of " + Arrays.toString(words.getEnumConstants()) + " is wanted here");
    }

    <T> List<T> list(Function<Place, T> read) {
        return list(1, LONGEST_LIST, read);
    }

    <T> List<T> list(int least, int most, Function<Place, T> read) {
        if (!value.isArray()) {
            throw wrong("type-wrong", "a list is wanted here");
        }
        if (value.size() < least || value.size() > most) {
            throw wrong(
                    value.size() > most ? "too-large" : "value-invalid",
                    "a list of " + least + " to " + most + " is wanted here, this one has " + value.size());
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(read.apply(new Place(value.get(i), pointer + "/" + i)));
        }
        return items;
    }

    <T> @Nullable T maybe(String field, Function<Place, T> read) {
        return has(field) ? read.apply(at(field)) : null;
    }
}
