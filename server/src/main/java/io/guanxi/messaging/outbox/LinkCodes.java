package io.guanxi.messaging.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes of links that members get, made from what a link is of with a secret: always the same, and nobody can guess one. */
@Component
class LinkCodes {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 11;

    private final JdbcClient postgres;
    private volatile @Nullable SecretKeySpec secret;

    LinkCodes(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** {@return 11 letters and digits} */
    String code(String of) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            byte[] hash = mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
            long left = ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(DIGITS.charAt((int) (left % DIGITS.length())));
                left /= DIGITS.length();
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec secret() {
        SecretKeySpec held = secret;
        if (held == null) {
            held = new SecretKeySpec(
                    postgres.sql("SELECT links FROM messaging_secret")
                            .query(byte[].class)
                            .single(),
                    ALGORITHM);
            secret = held;
        }
        return held;
    }
}
