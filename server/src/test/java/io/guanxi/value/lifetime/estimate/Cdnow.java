package io.guanxi.value.lifetime.estimate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The 1/10 sample of CDNOW (2,357 customers, 39 weeks), which the papers' own figures are of.
 *
 * @param x repeats
 * @param last weeks to the last
 * @param age weeks known
 * @param mean mean spend of the repeats
 */
record Cdnow(int x, double last, double age, double mean) {

    private static final Path FILE = Path.of("../../shared/data/cdnow/cdnow_customers_summary_with_transactions.csv");
    private static final double TICKS = 7; // the file rounds weeks of whole days to two digits

    static List<Cdnow> customers() {
        assumeTrue(Files.exists(FILE), "../shared/data/cdnow is not here: the published figures cannot be checked");
        try {
            return Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cell -> new Cdnow(
                            Integer.parseInt(cell[1]),
                            Double.parseDouble(cell[2]),
                            Double.parseDouble(cell[3]),
                            Double.parseDouble(cell[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BuyerGroups groups() {
        List<Cdnow> all = customers();
        return new BuyerGroups(
                all.stream().mapToInt(Cdnow::x).toArray(),
                all.stream().mapToInt(it -> (int) Math.round(it.last() * TICKS)).toArray(),
                all.stream().mapToInt(it -> (int) Math.round(it.age() * TICKS)).toArray(),
                all.stream().mapToLong(it -> 1).toArray(),
                TICKS);
    }

    static SpendGroups spend() {
        List<Cdnow> all = new ArrayList<>(customers());
        all.removeIf(it -> it.x() == 0 || it.mean() <= 0);
        return new SpendGroups(
                all.stream().mapToInt(Cdnow::x).toArray(),
                all.stream().mapToDouble(it -> it.x() * it.mean()).toArray(),
                all.stream().mapToLong(it -> 1).toArray());
    }
}
