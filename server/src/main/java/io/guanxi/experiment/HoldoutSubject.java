package io.guanxi.experiment;

import java.util.Locale;

/**
 * Of what a share of the members is kept back.
 *
 * @param kind what it is
 * @param number which of them
 */
public record HoldoutSubject(Kind kind, long number) {

    /** What may have a holdout. */
    public enum Kind {
        /** Whoever is held out does not come into the journey. */
        JOURNEY,
        /** Whoever is held out is not sent a message of the template, whoever sends it. */
        TEMPLATE,
        /**
         * Whoever is held out stays in the audience, but nothing is done with them because they are in it: no tag by its rule, no
         * journey that it leads into, no line in a list that is handed over.
         */
        AUDIENCE
    }

    /** {@return it in a word, e.g. {@code journey:12}} */
    public String key() {
        return prefix(kind) + number;
    }

    /**
     * {@return what the keys of a kind begin with}
     *
     * @param kind which
     */
    public static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }
}
