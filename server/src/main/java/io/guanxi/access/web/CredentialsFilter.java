package io.guanxi.access.web;

import io.guanxi.access.Actor;
import io.guanxi.access.keys.Key;
import io.guanxi.access.keys.KeyRing;
import io.guanxi.access.keys.Right;
import io.guanxi.access.users.Sessions;
import io.guanxi.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds out who calls: by API key, else by the session's cookie, whose writes must carry its write token. */
final class CredentialsFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final KeyRing keys;
    private final Sessions sessions;
    private final HandlerExceptionResolver problems;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    CredentialsFilter(KeyRing keys, Sessions sessions, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            caller(request).ifPresent(actor -> remember(actor, request, response));
        } catch (RuntimeException refusalOrFailure) {
            problems.resolveException(request, response, null, refusalOrFailure);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Actor> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return SessionCookies.sessionToken(request).flatMap(token -> bySession(request, token));
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw wrongKey();
        }
        Key key = keys.apiKey(header.substring(BEARER.length()).strip()).orElseThrow(CredentialsFilter::wrongKey);
        return switch (key.right()) {
            case Right.Call(var role) ->
                Optional.of(new Actor(Actor.Kind.KEY, key.id(), key.name(), role, request.getRemoteAddr()));
            case Right.Track track -> Optional.empty();
        };
    }

    private Optional<Actor> bySession(HttpServletRequest request, String token) {
        Optional<Actor> actor = sessions.userOf(token)
                .map(user ->
                        new Actor(Actor.Kind.USER, user.id(), user.username(), user.role(), request.getRemoteAddr()));
        boolean login =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session");
        if (actor.isPresent()
                && !login
                && !READING.contains(request.getMethod())
                && !SessionCookies.writeTokenFits(token, request.getHeader(SessionCookies.WRITE_TOKEN_HEADER))) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "access.write-token",
                    "Repeat the cookie XSRF-TOKEN in the header X-XSRF-TOKEN; GET /api/session sets it anew.",
                    List.of());
        }
        return actor;
    }

    private void remember(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + actor.role().name())));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response); // for the later, asynchronous part of the request
    }

    private static Problem wrongKey() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "access.wrong-key",
                "This API key does not work. Send one that does as Authorization: Bearer KEY.",
                List.of());
    }
}
