package io.guanxi.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes the request that this thread serves. Work handed to another thread takes {@link #actor()} along. */
@Component
public class CurrentUser {

    CurrentUser() {}

    /** {@return who makes the request, or the server itself outside a request} */
    public Actor actor() {
        return authenticated().orElse(Actor.SYSTEM);
    }

    /** {@return whether the caller may see phone numbers, addresses and names unmasked; never outside a request} */
    public boolean maySeePersonalData() {
        return authenticated()
                .filter(actor -> actor.role().includes(Role.OPERATOR))
                .isPresent();
    }

    private static Optional<Actor> authenticated() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }
}
