package io.guanxi.access.users;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords: bcrypt today, with the method written in front of the hash so that it may change. */
@Component
class Passwords {

    /** What bcrypt reads of a password, in bytes of UTF-8. */
    static final int LONGEST = 72;

    static final int SHORTEST = 8;

    /** Of a password that was thrown away: checking against it takes as long as against a user's. */
    private static final String NOBODYS_HASH = "{bcrypt}$2a$10$my1lVT4ra5EwgAU1ZPdJU.hnFcCioQx7jMfKykva8ZZn5tt4FdZiC";

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    /** {@return whether the password fits; takes as long when there is no such user} */
    boolean match(String password, Optional<String> hash) {
        boolean fits = fits(password);
        boolean matches = encoder.matches(fits ? password : "", hash.orElse(NOBODYS_HASH));
        return matches && fits && hash.isPresent();
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
