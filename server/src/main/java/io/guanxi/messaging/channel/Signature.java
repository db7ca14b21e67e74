package io.guanxi.messaging.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256, in hex, over {@code timestamp.body} with the secret both sides hold; the time is in seconds since 1970. */
public final class Signature {

    /** Header of the time. */
    public static final String TIMESTAMP = "X-Guanxi-Timestamp";

    /** Header of the signature, which begins with {@code v1=}. */
    public static final String SIGNATURE = "X-Guanxi-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * {@return the signature of a body}
     *
     * @param secret both sides' secret
     * @param timestamp seconds since 1970
     * @param body what is signed
     */
    public static String of(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /**
     * {@return whether what a sender says could be a signature of now at all, whatever was signed}: so much is known before a
     * body is read.
     *
     * @param timestamp as the sender says
     * @param signature as the sender says
     * @param now when it came
     */
    public static boolean isPlausible(@Nullable String timestamp, @Nullable String signature, Instant now) {
        return timestamp != null
                && signature != null
                && timestamp.matches("[0-9]{1,12}")
                && signature.matches("v1=[0-9a-f]{64}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    /**
     * {@return whether a body was signed with the secret, not more than five minutes from now}
     *
     * @param secret both sides' secret
     * @param timestamp as the sender says
     * @param signature as the sender says
     * @param body what was signed
     * @param now when it came
     */
    public static boolean fits(
            String secret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        return !secret.isEmpty()
                && timestamp != null
                && signature != null
                && isPlausible(timestamp, signature, now)
                && MessageDigest.isEqual(
                        of(secret, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }
}
