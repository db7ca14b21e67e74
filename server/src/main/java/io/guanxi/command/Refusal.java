package io.guanxi.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was asked cannot be done, said so that the person at the keyboard can act on it. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    Refusal(String message) {
        this(message, List.of());
    }

    Refusal(String message, List<String> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    /**
     * {@return what a problem document says, or else the sentence given}
     *
     * @param problem RFC 9457 with {@code detail}, {@code code} and {@code errors}; or a plain text
     * @param otherwise said where the problem says nothing
     */
    static Refusal of(JsonNode problem, String otherwise) {
        String detail =
                problem.isString() ? problem.asString() : problem.path("detail").asString("");
        String code = problem.path("code").asString("");
        List<String> faults = new ArrayList<>();
        for (JsonNode fault : problem.path("errors")) {
            faults.add(place(fault) + fault.path("message").asString(""));
        }
        return detail.isBlank()
                ? new Refusal(otherwise, faults)
                : new Refusal(code.isBlank() ? detail : detail + " (" + code + ")", faults);
    }

    private static String place(JsonNode fault) {
        String row = fault.path("row").isNumber() ? "row " + fault.path("row").asLong() + ", " : "";
        String field = fault.path("field").asString("");
        return field.isEmpty() ? row : row + field + ": ";
    }

    /** {@return the single places that are wrong, one line each} */
    List<String> faults() {
        return faults;
    }
}
