package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every text that events carry, once: events hold the number of their text, files and requests the text itself. */
public final class Words {
    /** The number of no text at all. */
    public static final int NONE = -1;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Words() {}

    /** The number of a text, the same for the same text. */
    int of(String text) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /** The number of a text that nobody else will use again. */
    int once(String text) {
        texts.add(text);
        return texts.size() - 1;
    }

    /** All texts; the place is the number. */
    public List<String> texts() {
        return texts;
    }
}
