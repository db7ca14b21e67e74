package io.guanxi.messaging.web;

import io.guanxi.platform.Parameters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a template's own variables, as a caller sends them. */
final class Values {

    private static final int MOST = 100;
    private static final int MOST_CHARACTERS = 10_000;

    private Values() {}

    static Map<String, String> of(@Nullable Map<String, String> values) {
        if (values == null) {
            return Map.of();
        }
        if (values.size() > MOST) {
            throw Parameters.fault("values", "are more than " + MOST);
        }
        Map<String, String> checked = new HashMap<>();
        values.forEach((name, value) -> checked.put(
                Parameters.words("values", name, 1, 100),
                Parameters.words("values." + name, Parameters.given("values." + name, value), 0, MOST_CHARACTERS)));
        return checked;
    }
}
