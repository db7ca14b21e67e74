package io.guanxi.journey.graph;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two answers are the same one: width, case, and what stands around the words do not matter. */
public final class Replies {

    /** So much of an answer is kept. */
    public static final int LONGEST = 200;

    /** The event that somebody answered, whose property {@code text} is what. */
    public static final String EVENT = "Message Replied";

    /** What an answer says, among the properties of {@link #EVENT}. */
    public static final String TEXT = "text";

    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{P}~]+|[\\s\\p{P}~]+$", Pattern.UNICODE_CHARACTER_CLASS);

    private Replies() {}

    /**
     * {@return an answer as it is compared: half width, lower case, without spaces and punctuation around it}
     *
     * @param text an answer
     */
    public static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return AROUND.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
