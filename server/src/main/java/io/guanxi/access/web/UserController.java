package io.guanxi.access.web;

import io.guanxi.access.Role;
import io.guanxi.access.users.User;
import io.guanxi.access.users.Users;
import io.guanxi.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who may log in. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @Schema(name = "UserNewcomer")
    record Newcomer(
            @NotNull String username,
            @NotNull String password,
            @NotNull Role role,
            @Nullable String locale) {}

    @GetMapping
    @Operation(summary = "All users")
    Page<User> all() {
        return new Page<>(users.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a user")
    User add(@RequestBody @Valid Newcomer newcomer) {
        return users.add(newcomer.username(), newcomer.password(), newcomer.role(), newcomer.locale());
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change a user's role, language, password or employee of WeCom")
    User change(@PathVariable long id, @RequestBody Users.Change change) {
        return users.change(id, change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a user")
    void remove(@PathVariable long id) {
        users.remove(id);
    }
}
