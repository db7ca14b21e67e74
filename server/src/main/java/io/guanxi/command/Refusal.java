package io.guanxi.command;

import java.io.IOException;
import java.util.List;

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

    /** {@return the single places that are wrong, one line each} */
    List<String> faults() {
        return faults;
    }
}
