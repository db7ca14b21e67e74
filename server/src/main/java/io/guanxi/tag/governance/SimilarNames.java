package io.guanxi.tag.governance;

import java.text.Normalizer;
import java.util.Locale;

/** Names that people take for the same: alike but for width, case, blanks and signs, or one letter off. */
final class SimilarNames {

    private static final int LEAST_FOR_ONE_OFF = 4;

    private SimilarNames() {}

    static boolean alike(String one, String other) {
        return plainAlike(plain(one), plain(other));
    }

    /** Whether names are alike that have been made plain. */
    static boolean plainAlike(String a, String b) {
        return !a.isEmpty() && (a.equals(b) || (Math.min(a.length(), b.length()) >= LEAST_FOR_ONE_OFF && oneOff(a, b)));
    }

    /** A name without what people overlook. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether one letter was changed, added or left out; numbers are not typing errors. */
    private static boolean oneOff(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter == a ? b : a;
        int from = 0;
        while (from < shorter.length() && shorter.charAt(from) == longer.charAt(from)) {
            from++;
        }
        boolean number = from < longer.length() && Character.isDigit(longer.charAt(from));
        String rest =
                shorter.substring(shorter.length() == longer.length() ? Math.min(from + 1, shorter.length()) : from);
        return !number && longer.substring(Math.min(from + 1, longer.length())).equals(rest);
    }
}
