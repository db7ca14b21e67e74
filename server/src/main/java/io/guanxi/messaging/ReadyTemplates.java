package io.guanxi.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes templates for what comes ready-made, such as journeys. */
public interface ReadyTemplates {

    /**
     * Makes one, in the caller's transaction.
     *
     * @param name 1 to 100 characters
     * @param channel a channel's name
     * @param category a lower-case word
     * @param title where the channel's messages have one, else null
     * @param text the words, with variables
     * @return its number
     */
    default long make(String name, String channel, String category, @Nullable String title, String text) {
        return make(name, channel, category, title, text, List.of());
    }

    /**
     * Makes one with variables of its own, in the caller's transaction.
     *
     * @param name 1 to 100 characters
     * @param channel a channel's name
     * @param category a lower-case word
     * @param title where the channel's messages have one, else null
     * @param text the words, with variables
     * @param variables names of its own variables
     * @return its number
     */
    long make(
            String name, String channel, String category, @Nullable String title, String text, List<String> variables);
}
