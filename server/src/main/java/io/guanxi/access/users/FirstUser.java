package io.guanxi.access.users;

import io.guanxi.access.BrandFace;
import io.guanxi.access.Role;
import io.guanxi.access.keys.FirstStart;
import io.guanxi.access.keys.Secret;
import io.guanxi.platform.GuanxiSettings;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The user {@code admin}. A password preset by the environment counts at every start, also over one changed since; where
 * none is preset, the first start makes one and prints it once.
 */
@Component
class FirstUser {

    private static final String ADMIN = "admin";

    private final UserTable table;
    private final Passwords passwords;
    private final Sessions sessions;
    private final String preset;
    private final FirstStart firstStart;
    private final BrandFace brand;
    private final TransactionTemplate transaction;

    FirstUser(
            UserTable table,
            Passwords passwords,
            Sessions sessions,
            GuanxiSettings settings,
            FirstStart firstStart,
            BrandFace brand,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.passwords = passwords;
        this.sessions = sessions;
        this.preset = settings.firstAccess().adminPassword();
        this.firstStart = firstStart;
        this.brand = brand;
        this.transaction = new TransactionTemplate(transactions);
    }

    void provide() {
        if (!Passwords.fits(preset)) {
            throw new IllegalStateException("GUANXI_ADMIN_PASSWORD is longer than " + Passwords.LONGEST + " bytes");
        }
        transaction.executeWithoutResult(status -> {
            firstStart.lock();
            if (!preset.isBlank()) {
                takePreset();
            } else if (!table.any()) {
                String password = Secret.random("").substring(0, 20);
                table.insert(ADMIN, passwords.hash(password), Role.ADMINISTRATOR, brand.locale());
                firstStart.print("admin password", password);
            }
        });
    }

    private void takePreset() {
        Optional<User> admin = table.byName(ADMIN);
        if (admin.isEmpty()) {
            table.insert(ADMIN, passwords.hash(preset), Role.ADMINISTRATOR, brand.locale());
            return;
        }
        User user = admin.get();
        table.update(user.id(), Role.ADMINISTRATOR, user.locale());
        if (!passwords.match(preset, table.passwordHash(ADMIN))) {
            table.updatePassword(user.id(), passwords.hash(preset));
            sessions.endAll(user.id());
        }
    }
}
