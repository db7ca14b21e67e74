package io.guanxi.access.users;

import io.guanxi.access.Role;
import io.guanxi.platform.RealTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access_user}. */
@Component
class UserTable {

    private static final String COLUMNS = "id, username, role, locale, created_at, last_login_at, wecom_employee";

    private final JdbcClient jdbc;
    private final Clock clock;

    UserTable(JdbcClient jdbc, @RealTime Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets nobody else change users until the transaction ends; reading goes on. */
    void lock() {
        jdbc.sql("LOCK TABLE access_user IN SHARE ROW EXCLUSIVE MODE").update();
    }

    List<User> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access_user ORDER BY username")
                .query((row, i) -> user(row))
                .list();
    }

    Optional<User> byId(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access_user WHERE id = :id")
                .param("id", id)
                .query((row, i) -> user(row))
                .optional();
    }

    Optional<User> byName(String username) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access_user WHERE username = :username")
                .param("username", username)
                .query((row, i) -> user(row))
                .optional();
    }

    Optional<String> passwordHash(String username) {
        return jdbc.sql("SELECT password_hash FROM access_user WHERE username = :username")
                .param("username", username)
                .query(String.class)
                .optional();
    }

    /** {@return the new user, or empty when the name is taken} */
    Optional<User> insert(String username, String passwordHash, Role role, String locale) {
        return jdbc.sql("""
                        INSERT INTO access_user (username, password_hash, role, locale, created_at)
                        VALUES (:username, :hash, :role, :locale, :now)
                        ON CONFLICT (username) DO NOTHING
                        RETURNING\s""" + COLUMNS)
                .param("username", username)
                .param("hash", passwordHash)
                .param("role", role.name())
                .param("locale", locale)
                .param("now", now())
                .query((row, i) -> user(row))
                .optional();
    }

    void update(long id, Role role, String locale) {
        jdbc.sql("UPDATE access_user SET role = :role, locale = :locale WHERE id = :id")
                .param("role", role.name())
                .param("locale", locale)
                .param("id", id)
                .update();
    }

    /** {@return whether no other user is that employee} */
    boolean updateEmployee(long id, @Nullable String employee) {
        return jdbc.sql("""
                        UPDATE access_user SET wecom_employee = :employee
                        WHERE id = :id AND NOT EXISTS (SELECT FROM access_user o WHERE o.wecom_employee = :employee AND o.id <> :id)
                        """)
                        .param("employee", employee, Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    void updatePassword(long id, String passwordHash) {
        jdbc.sql("UPDATE access_user SET password_hash = :hash WHERE id = :id")
                .param("hash", passwordHash)
                .param("id", id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM access_user WHERE id = :id").param("id", id).update();
    }

    boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_user)")
                .query(Boolean.class)
                .single();
    }

    int administratorsBeside(long id) {
        return jdbc.sql("SELECT count(*) FROM access_user WHERE role = 'ADMINISTRATOR' AND id <> :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    static User user(ResultSet row) throws SQLException {
        OffsetDateTime lastLogin = row.getObject("last_login_at", OffsetDateTime.class);
        return new User(
                row.getLong("id"),
                row.getString("username"),
                Role.valueOf(row.getString("role")),
                row.getString("locale"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastLogin == null ? null : lastLogin.toInstant(),
                row.getString("wecom_employee"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
