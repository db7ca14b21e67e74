package io.guanxi.community;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a community is named in a path: by the key its events carry, if that is safe in a URL, else by {@code ~} and the
 * base64url of the key.
 *
 * @param key the key its events carry
 */
public record CommunityId(String key) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Set<String> RESERVED = Set.of("rule", "life-curve");

    /**
     * {@return the community a path names: by its id or by its key}
     *
     * @param text the decoded part of the path
     */
    public static CommunityId of(String text) {
        return new CommunityId(text.startsWith("~") ? decoded(text.substring(1)).orElse(text) : text);
    }

    /** {@return the id: safe in a URL as it is} */
    public String text() {
        return SAFE.matcher(key).matches() && !RESERVED.contains(key)
                ? key
                : "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
