package io.guanxi.value.member;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of members ended; opaque to callers.
 *
 * @param sort the order, with its sign
 * @param value the last row's figure as text, or null
 * @param no the last row's number
 */
public record Place(String sort, @Nullable String value, int no) {

    private static final String NOTHING = "~";

    /** {@return the place as a cursor} */
    public String cursor() {
        String text = sort + "|" + no + "|" + (value == null ? NOTHING : value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the place of a cursor; empty where it is none of ours}
     *
     * @param cursor the cursor
     */
    public static Optional<Place> of(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
            return parts.length == 3
                    ? Optional.of(
                            new Place(parts[0], parts[2].equals(NOTHING) ? null : parts[2], Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
