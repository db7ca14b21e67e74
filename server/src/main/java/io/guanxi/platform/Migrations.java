package io.guanxi.platform;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database to the shape this version wants, unless a newer version has been there. */
@Component
public final class Migrations implements FlywayMigrationStrategy {

    Migrations() {}

    @Override
    public void migrate(Flyway flyway) {
        requireKnown(flyway);
        flyway.migrate();
    }

    /**
     * Looks only.
     *
     * @param flyway of the database
     * @throws CannotStart where the database has not exactly the shape of this version
     */
    public static void requireCurrent(Flyway flyway) {
        requireKnown(flyway);
        if (flyway.info().pending().length > 0) {
            throw new CannotStart(
                    "the data are of an older version of Guanxi",
                    "start the server once, which brings them up to date");
        }
    }

    private static void requireKnown(Flyway flyway) {
        List<String> unknown = Arrays.stream(flyway.info().all())
                .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
                .map(Migrations::name)
                .toList();
        if (!unknown.isEmpty()) {
            throw new CannotStart(
                    "the data were last used by a newer version of Guanxi: their database has taken step "
                            + String.join(", ", unknown) + ", which this version does not know",
                    "start the newer version, or restore a backup made before the upgrade");
        }
    }

    private static String name(MigrationInfo step) {
        return step.getVersion() + " (" + step.getDescription() + ")";
    }
}
