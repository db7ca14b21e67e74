package io.guanxi.access.web;

import io.guanxi.access.keys.Secret;
import io.guanxi.access.users.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The session's cookie, which scripts cannot read, and the one with its write token, which the console repeats in a
 * header. The write token is a hash of the session's, so a foreign site can neither guess nor plant it.
 */
final class SessionCookies {

    static final String SESSION = "GUANXI_SESSION";
    static final String WRITE_TOKEN = "XSRF-TOKEN";
    static final String WRITE_TOKEN_HEADER = "X-XSRF-TOKEN";

    private SessionCookies() {}

    static Optional<String> sessionToken(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, SESSION)).map(Cookie::getValue);
    }

    static boolean writeTokenFits(String sessionToken, @Nullable String header) {
        return header != null
                && MessageDigest.isEqual(
                        writeToken(sessionToken).getBytes(StandardCharsets.UTF_8),
                        header.getBytes(StandardCharsets.UTF_8));
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        add(response, cookie(request, SESSION, sessionToken, true, Sessions.LONGEST));
        setWriteToken(request, response, sessionToken);
    }

    static void setWriteToken(HttpServletRequest request, HttpServletResponse response, String sessionToken) {
        add(response, cookie(request, WRITE_TOKEN, writeToken(sessionToken), false, Sessions.LONGEST));
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(request, SESSION, "", true, Duration.ZERO));
        add(response, cookie(request, WRITE_TOKEN, "", false, Duration.ZERO));
    }

    private static String writeToken(String sessionToken) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash("write token of " + sessionToken));
    }

    private static ResponseCookie cookie(
            HttpServletRequest request, String name, String value, boolean hidden, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(hidden)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
