package io.guanxi.access.users;

import io.guanxi.access.Audit;
import io.guanxi.access.BrandFace;
import io.guanxi.access.Role;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may log in. There is always an administrator among them. */
@Service
public class Users {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private final UserTable table;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final BrandFace brand;

    Users(UserTable table, Passwords passwords, Sessions sessions, FirstUser firstUser, Audit audit, BrandFace brand) {
        this.table = table;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.brand = brand;
        firstUser.provide();
    }

    /**
     * What to change of a user; null leaves it as it is.
     *
     * @param role new role
     * @param locale new language
     * @param password new password
     * @param wecomEmployee the userid by which WeCom knows them; empty for none
     */
    @Schema(name = "UserChange")
    public record Change(
            @Nullable Role role,
            @Nullable String locale,
            @Nullable String password,
            @Nullable String wecomEmployee) {}

    /** {@return all users by name} */
    public List<User> all() {
        return table.all();
    }

    /**
     * {@return the user}
     *
     * @param id number
     */
    public User byId(long id) {
        return table.byId(id)
                .orElseThrow(() -> Problem.notFound("user.unknown", "There is no user with the number " + id + "."));
    }

    /**
     * Checks a login, in the same time whether the user exists or not.
     *
     * @param username name, in any case
     * @param password password
     * @return the user, or empty when name or password are wrong
     */
    public Optional<User> authenticate(String username, String password) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        return passwords.match(password, table.passwordHash(name)) ? table.byName(name) : Optional.empty();
    }

    /**
     * {@return the number of the user of this name}
     *
     * @param username name, in any case
     */
    public Optional<Long> numberOf(String username) {
        return table.byName(username.strip().toLowerCase(Locale.ROOT)).map(User::id);
    }

    /**
     * Adds a user.
     *
     * @param username unique name
     * @param password first password
     * @param role what the user may do
     * @param locale language, or null for the brand's
     * @return the user
     */
    @Transactional
    public User add(String username, String password, Role role, @Nullable String locale) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(name).matches()) {
            throw invalid("username", "1 to 64 letters, digits and . _ @ -, beginning with a letter or digit");
        }
        requireGood(password);
        User user = table.insert(name, passwords.hash(password), role, requireLocale(locale))
                .orElseThrow(() -> Problem.conflict("user.exists", "There is a user of this name already."));
        audit.record("user.added", "user:" + user.id(), Map.of("role", role));
        return user;
    }

    /**
     * Changes a user; a new password ends all the user's sessions.
     *
     * @param id number
     * @param change what to change
     * @return the user as it is now
     */
    @Transactional
    public User change(long id, Change change) {
        table.lock();
        User before = byId(id);
        Role role = change.role() == null ? before.role() : change.role();
        if (role != Role.ADMINISTRATOR) {
            requireAnotherAdministrator(before);
        }
        table.update(id, role, change.locale() == null ? before.locale() : requireLocale(change.locale()));
        if (change.wecomEmployee() != null) {
            employ(id, change.wecomEmployee().strip());
        }
        if (change.password() != null) {
            requireGood(change.password());
            table.updatePassword(id, passwords.hash(change.password()));
            sessions.endAll(id);
        }
        audit.record("user.changed", "user:" + id, Map.of("role", role, "password", change.password() != null));
        return byId(id);
    }

    /**
     * Removes a user and ends the user's sessions.
     *
     * @param id number
     */
    @Transactional
    public void remove(long id) {
        table.lock();
        User user = byId(id);
        requireAnotherAdministrator(user);
        table.delete(id);
        audit.record("user.removed", "user:" + id, Map.of("role", user.role()));
    }

    private void employ(long id, String employee) {
        if (employee.length() > 64 || employee.indexOf('\0') >= 0) {
            throw invalid("wecomEmployee", "at most 64 characters");
        }
        if (!table.updateEmployee(id, employee.isEmpty() ? null : employee)) {
            throw Problem.conflict("user.employee-taken", "Another user is this employee of WeCom already.");
        }
    }

    private void requireAnotherAdministrator(User user) {
        if (user.role() == Role.ADMINISTRATOR && table.administratorsBeside(user.id()) == 0) {
            throw Problem.conflict(
                    "user.last-administrator", "The last administrator must stay one; name another first.");
        }
    }

    private static void requireGood(String password) {
        if (password.length() < Passwords.SHORTEST || !Passwords.fits(password)) {
            throw invalid("password", "at least 8 characters and at most 72 bytes");
        }
    }

    private String requireLocale(@Nullable String locale) {
        String wanted = locale == null ? brand.locale() : locale;
        if (!BrandFace.isLanguage(wanted)) {
            throw invalid("locale", "a language tag such as zh-CN or en");
        }
        return wanted;
    }

    private static Problem invalid(String field, String rule) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "user.invalid",
                "The " + field + " cannot be taken: " + rule + ".",
                List.of(new Problem.Fault(null, field, rule)));
    }
}
