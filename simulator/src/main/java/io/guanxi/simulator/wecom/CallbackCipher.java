package io.guanxi.simulator.wecom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and encrypts callbacks as WeCom does: AES-256-CBC over 16 random bytes, the length, the text and the receiver, padded to
 * 32 bytes; the signature is the SHA-1 of token, time stamp, nonce and cipher text, sorted.
 */
final class CallbackCipher {

    private static final int BLOCK = 32;

    private final String token;
    private final byte[] key;
    private final String corpId;

    /**
     * A cipher.
     *
     * @param token signs
     * @param aesKey encrypts, 43 characters
     * @param corpId who the callbacks are for
     */
    CallbackCipher(String token, String aesKey, String corpId) {
        this.token = token;
        this.key = Base64.getDecoder().decode(aesKey + "=");
        this.corpId = corpId;
    }

    String encrypt(String text, byte[] random) {
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(Arrays.copyOf(random, 16));
        whole.writeBytes(ByteBuffer.allocate(4).putInt(said.length).array());
        whole.writeBytes(said);
        whole.writeBytes(corpId.getBytes(StandardCharsets.UTF_8));
        int pad = BLOCK - whole.size() % BLOCK;
        for (int i = 0; i < pad; i++) {
            whole.write(pad);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(whole.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    String signature(String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
