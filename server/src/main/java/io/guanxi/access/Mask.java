package io.guanxi.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How personal data looks to those who may not see it. */
final class Mask {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** Numbers a brand gives out itself: they say nothing to who has no access to the brand's own files. */
    private static final Set<String> PSEUDONYMS = Set.of("user", "customer", "anonymous", "member");

    private Mask() {}

    static String identifier(String kind, String key) {
        String lowered = kind.toLowerCase(Locale.ROOT);
        if (isEmail(key)) {
            return email(key);
        }
        if (lowered.equals("phone") || lowered.equals("mobile")) {
            return phone(key);
        }
        if (PSEUDONYMS.contains(lowered)) {
            return isMobileNumber(key) ? phone(key) : key;
        }
        return opaque(key);
    }

    /** {@code 13812340000} becomes {@code 138****0000}; a short number loses its last four digits. */
    static String phone(String phone) {
        int length = phone.length();
        return length >= 9
                ? phone.substring(0, length - 8) + "****" + phone.substring(length - 4)
                : phone.substring(0, Math.max(0, length - 4)) + "****";
    }

    static String email(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? opaque(email) : first(email) + "***" + email.substring(at);
    }

    static String name(String name) {
        String stripped = name.strip();
        return stripped.isEmpty() ? "" : first(stripped) + "*";
    }

    static String opaque(String key) {
        int length = key.length();
        return length >= 10 ? key.substring(0, 3) + "***" + key.substring(length - 2) : first(key) + "***";
    }

    static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    /** A Chinese mobile number, so that a brand's own eleven-digit numbers are rarely taken for one. */
    private static boolean isMobileNumber(String text) {
        return text.matches("(\\+?86)?1[3-9][0-9]{9}");
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
