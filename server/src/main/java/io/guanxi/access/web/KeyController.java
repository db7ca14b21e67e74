package io.guanxi.access.web;

import io.guanxi.access.Role;
import io.guanxi.access.keys.Key;
import io.guanxi.access.keys.KeyRing;
import io.guanxi.access.keys.Right;
import io.guanxi.access.keys.Secret;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys of machines. */
@RestController
@RequestMapping("/api/keys")
@Tag(name = "Keys")
class KeyController {

    private final KeyRing keys;

    KeyController(KeyRing keys) {
        this.keys = keys;
    }

    enum Kind {
        API,
        WRITE
    }

    record NewKey(
            @NotNull Kind kind,
            @NotBlank @Size(max = 100) String name,
            @Nullable Role role,
            @Nullable @Size(max = 100) String source) {}

    record KeyRow(
            long id,
            Kind kind,
            String name,
            String prefix,
            @Nullable Role role,
            @Nullable String source,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    record CreatedKey(KeyRow key, String secret) {}

    @GetMapping
    @Operation(summary = "All keys, revoked ones too, without their secrets")
    Page<KeyRow> all() {
        return new Page<>(keys.all().stream().map(KeyController::row).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a key; the answer is the only time its secret is shown")
    CreatedKey create(@RequestBody @Valid NewKey wanted) {
        String secret = Secret.random(wanted.kind() == Kind.API ? "gx_api_" : "gx_write_");
        return new CreatedKey(row(keys.create(wanted.name(), rightOf(wanted), secret)), secret);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop a key from working; it stays in the list")
    void revoke(@PathVariable long id) {
        if (!keys.revoke(id)) {
            throw Problem.notFound("key.unknown", "There is no working key with the number " + id + ".");
        }
    }

    private static Right rightOf(NewKey wanted) {
        return switch (wanted.kind()) {
            case API -> new Right.Call(required(wanted.role(), "An API key needs a role."));
            case WRITE -> {
                String source = required(wanted.source(), "A write key needs the name of its source.");
                if (source.isBlank()) {
                    throw Problem.badRequest("key.invalid", "A write key needs the name of its source.");
                }
                yield new Right.Track(source.strip());
            }
        };
    }

    private static <T> T required(@Nullable T value, String why) {
        if (value == null) {
            throw Problem.badRequest("key.invalid", why);
        }
        return value;
    }

    private static KeyRow row(Key key) {
        return new KeyRow(
                key.id(),
                key.right() instanceof Right.Call ? Kind.API : Kind.WRITE,
                key.name(),
                key.prefix(),
                key.right() instanceof Right.Call(Role role) ? role : null,
                key.right() instanceof Right.Track(String source) ? source : null,
                key.createdBy(),
                key.createdAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
