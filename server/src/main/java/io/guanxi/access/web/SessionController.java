package io.guanxi.access.web;

import io.guanxi.access.Actor;
import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.Role;
import io.guanxi.access.users.LoginLimit;
import io.guanxi.access.users.Sessions;
import io.guanxi.access.users.User;
import io.guanxi.access.users.Users;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and what people may change of themselves. */
@RestController
@RequestMapping("/api/session")
@Tag(name = "Session")
class SessionController {

    private static final String DEFAULT_LOCALE = "zh-CN";

    private final Users users;
    private final Sessions sessions;
    private final LoginLimit limit;
    private final CurrentUser currentUser;
    private final Audit audit;

    SessionController(Users users, Sessions sessions, LoginLimit limit, CurrentUser currentUser, Audit audit) {
        this.users = users;
        this.sessions = sessions;
        this.limit = limit;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    record Login(
            @NotNull @Size(max = 200) String username,
            @NotNull @Size(max = 1000) String password) {}

    record Session(String username, Role role, String locale) {}

    record Own(
            @Nullable @Size(max = 35) String locale,
            @Nullable @Size(max = 1000) String currentPassword,
            @Nullable @Size(max = 1000) String newPassword) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in; sets the session's cookies")
    Session login(@RequestBody @Valid Login login, HttpServletRequest request, HttpServletResponse response) {
        User user = authenticate(login.username(), login.password(), request, response);
        SessionCookies.sessionToken(request).ifPresent(sessions::end);
        SessionCookies.set(request, response, sessions.begin(user.id(), request.getRemoteAddr()));
        audit.record(actor(user, request), "session.began", "user:" + user.id(), Map.of());
        return session(user);
    }

    @GetMapping
    @Operation(summary = "Who is logged in")
    Session current(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.sessionToken(request).ifPresent(token -> SessionCookies.setWriteToken(request, response, token));
        Actor actor = currentUser.actor();
        return actor.kind() == Actor.Kind.USER
                ? session(users.byId(actor.id()))
                : new Session(actor.name(), actor.role(), DEFAULT_LOCALE);
    }

    @PatchMapping
    @Operation(summary = "Change one's own language or password; a new password ends one's other sessions")
    Session change(@RequestBody @Valid Own own, HttpServletRequest request, HttpServletResponse response) {
        Actor actor = currentUser.actor();
        if (actor.kind() != Actor.Kind.USER) {
            throw Problem.badRequest("session.not-a-person", "A key has no language and no password.");
        }
        if (own.newPassword() != null) {
            authenticate(
                    actor.name(), Optional.ofNullable(own.currentPassword()).orElse(""), request, response);
        }
        User user = users.change(actor.id(), new Users.Change(null, own.locale(), own.newPassword(), null));
        if (own.newPassword() != null) {
            SessionCookies.set(request, response, sessions.begin(user.id(), request.getRemoteAddr()));
        }
        return session(user);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Log out")
    void logout(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.sessionToken(request).ifPresent(sessions::end);
        SessionCookies.clear(request, response);
        Actor actor = currentUser.actor();
        audit.record("session.ended", "user:" + actor.id(), Map.of());
    }

    private User authenticate(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        limit.attempt(username, address).ifPresent(wait -> {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(wait.plus(Duration.ofMillis(999)).toSeconds()));
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "session.too-many-attempts",
                    "Too many wrong passwords; wait as long as Retry-After says.",
                    List.of());
        });
        Optional<User> user = users.authenticate(username, password);
        if (user.isEmpty()) {
            String subject = users.numberOf(username).map(id -> "user:" + id).orElse("user:unknown");
            audit.record(
                    new Actor(Actor.Kind.USER, 0, "unknown", Role.GUIDE, address),
                    "session.refused",
                    subject,
                    Map.of());
            throw wrongCredentials();
        }
        limit.succeeded(username, address);
        return user.get();
    }

    private static Actor actor(User user, HttpServletRequest request) {
        return new Actor(Actor.Kind.USER, user.id(), user.username(), user.role(), request.getRemoteAddr());
    }

    private static Session session(User user) {
        return new Session(user.username(), user.role(), user.locale());
    }

    private static Problem wrongCredentials() {
        return new Problem(
                HttpStatus.UNAUTHORIZED, "session.wrong-credentials", "User name or password is wrong.", List.of());
    }
}
