package io.guanxi.access.web;

import io.guanxi.access.WriteKeys;
import io.guanxi.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets requests with a write key through, as Segment's libraries send it: HTTP Basic, key as user, no password. */
final class WriteKeyFilter extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";

    private final WriteKeys keys;
    private final HandlerExceptionResolver problems;

    WriteKeyFilter(WriteKeys keys, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> source;
        try {
            source = userName(request.getHeader("Authorization")).flatMap(keys::sourceOf);
        } catch (RuntimeException failure) {
            problems.resolveException(request, response, null, failure);
            return;
        }
        if (source.isPresent()) {
            request.setAttribute(WriteKeys.SOURCE, source.get());
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Basic realm=\"tracking\"");
            problems.resolveException(request, response, null, wrongKey());
        }
    }

    private static Problem wrongKey() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "access.wrong-key",
                "Send a write key that works as the user name of HTTP Basic, with an empty password.",
                List.of());
    }

    private static Optional<String> userName(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return Optional.of(colon < 0 ? text : text.substring(0, colon));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
