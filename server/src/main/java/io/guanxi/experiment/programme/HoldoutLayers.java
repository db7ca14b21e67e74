package io.guanxi.experiment.programme;

import io.guanxi.experiment.assignment.HoldoutPeriod;
import io.guanxi.experiment.assignment.HoldoutPeriods;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Bitmaps;
import io.guanxi.platform.Brand;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which layer each member stood when a period of the global holdout began: what is done to members moves them to closer layers,
 * so those of today cannot be compared. The table {@code experiment_holdout_layer}, a bitmap a layer.
 */
@Component
public class HoldoutLayers {

    private final JdbcClient postgres;
    private final Mart mart;
    private final HoldoutPeriods periods;
    private final Brand brand;
    private final Clock clock;

    HoldoutLayers(JdbcClient postgres, Mart mart, HoldoutPeriods periods, Brand brand, Clock clock) {
        this.postgres = postgres;
        this.mart = mart;
        this.periods = periods;
        this.brand = brand;
        this.clock = clock;
    }

    /** Notes the layers of the period that runs, where that was not done yet and members are scored. */
    @Transactional
    public void note() {
        LocalDate today = brand.dayOf(clock.instant());
        for (HoldoutPeriod period : periods.all()) {
            if (!period.fromDay().isAfter(today)
                    && !period.untilDay().isBefore(today)
                    && notedOn(period.id()).isEmpty()) {
                note(period.id(), today);
            }
        }
    }

    private void note(long period, LocalDate today) {
        Map<String, RoaringBitmap> layers = new TreeMap<>();
        mart.sql()
                .sql("SELECT member_no, layer FROM ground.member_score ORDER BY member_no")
                .query(row -> {
                    layers.computeIfAbsent(row.getString(2), _ -> new RoaringBitmap())
                            .add(row.getInt(1));
                });
        layers.forEach((layer, members) -> postgres.sql("""
                        INSERT INTO experiment_holdout_layer (holdout_id, layer, noted_on, members) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(period, layer, today, Bitmaps.bytes(members))
                .update());
    }

    /** {@return the day on which the layers of a period were noted} */
    Optional<LocalDate> notedOn(long period) {
        return postgres.sql(
                        "SELECT min(noted_on) FROM experiment_holdout_layer WHERE holdout_id = ? HAVING count(*) > 0")
                .param(period)
                .query(LocalDate.class)
                .optional();
    }

    /** Writes a line a member: number and layer. */
    void write(long period, Path file) {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            postgres.sql("SELECT layer, members FROM experiment_holdout_layer WHERE holdout_id = ?")
                    .param(period)
                    .query(row -> {
                        String end = "," + row.getString(1) + "\n";
                        Bitmaps.of(row.getBytes(2)).forEach((int memberNo) -> {
                            try {
                                lines.write(memberNo + end);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
