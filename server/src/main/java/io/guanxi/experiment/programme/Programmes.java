package io.guanxi.experiment.programme;

import io.guanxi.experiment.Split;
import io.guanxi.experiment.Touches;
import io.guanxi.experiment.assignment.HoldoutPeriod;
import io.guanxi.experiment.assignment.HoldoutPeriods;
import io.guanxi.experiment.design.OwnDoing;
import io.guanxi.experiment.programme.LayerReport.LayerRow;
import io.guanxi.experiment.programme.ProgrammeReport.QuarterPart;
import io.guanxi.experiment.programme.ProgrammeSql.Arms;
import io.guanxi.experiment.programme.ProgrammeSql.Touched;
import io.guanxi.experiment.programme.TouchpointReport.ChannelRow;
import io.guanxi.experiment.programme.TouchpointReport.PlaceKind;
import io.guanxi.experiment.programme.TouchpointReport.TouchPlace;
import io.guanxi.experiment.report.Report.Finding;
import io.guanxi.experiment.report.ReportWork.Kind;
import io.guanxi.experiment.statistics.Moments;
import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Brand;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import io.guanxi.platform.Progress;
import io.guanxi.value.PastValues;
import io.guanxi.value.ScoringRun;
import io.guanxi.value.ScoringRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports of all that is done to members together. They read the mart's days and the outbox; a comparison is made where one period
 * of the global holdout covers all the days, else what came is told without what would have come anyway.
 */
@Component
class Programmes {

    private static final List<String> LAYERS = List.of("NEW", "ACTING", "ACTIVE", "LOYAL");
    private static final int LATE = 2;
    private static final int USUAL_DAYS = 90;

    /** Of the form of reports: what a server before this one kept is not read where it had another. */
    private static final int FORM = 3;

    private static final double MANY_OF_ANOTHER_CURRENCY = 0.01;
    private static final double BEGUN = 0.4;
    private static final double MEASURED = 0.8;
    private static final double PLACES = 0.9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Mart mart;
    private final Lake lake;
    private final Touches touches;
    private final HoldoutPeriods periods;
    private final HoldoutLayers layers;
    private final TouchCosts costs;
    private final OwnDoing ownDoing;
    private final PastValues values;
    private final DataFolder folder;
    private final Brand brand;
    private final Clock clock;
    private final ScoringRuns runs;

    Programmes(
            Mart mart,
            Lake lake,
            Touches touches,
            HoldoutPeriods periods,
            HoldoutLayers layers,
            TouchCosts costs,
            OwnDoing ownDoing,
            PastValues values,
            ScoringRuns runs,
            DataFolder folder,
            Brand brand,
            Clock clock) {
        this.mart = mart;
        this.lake = lake;
        this.touches = touches;
        this.periods = periods;
        this.layers = layers;
        this.costs = costs;
        this.ownDoing = ownDoing;
        this.values = values;
        this.runs = runs;
        this.folder = folder;
        this.brand = brand;
        this.clock = clock;
    }

    private LocalDate yesterday() {
        return dayOf(clock.instant()).minusDays(1);
    }

    /** {@return the brand's day of a moment} */
    LocalDate dayOf(Instant at) {
        return brand.dayOf(at);
    }

    /**
     * {@return all that a report stands on besides the events of its days: with another basis it would answer another question}
     *
     * @param kind which report
     * @param days it is of
     */
    String basis(Kind kind, Days days) {
        StringBuilder basis = new StringBuilder()
                .append(FORM)
                .append(' ')
                .append(days.upTo(yesterday()))
                .append(' ')
                .append(open(days))
                .append(' ')
                .append(brand.zone())
                .append(' ')
                .append(brand.currency());
        for (HoldoutPeriod period : periods.all()) {
            if (!period.fromDay().isAfter(days.until()) && !period.untilDay().isBefore(days.from())) {
                basis.append(' ').append(period);
                if (kind == Kind.LAYERS) {
                    basis.append(layers.notedOn(period.id()));
                }
            }
        }
        return basis.append(' ')
                .append(costs.all())
                .append(' ')
                .append(ownDoing.not())
                .append(kind == Kind.TOUCHPOINTS ? "" : ' ' + ownDoing.judgedBy())
                .toString();
    }

    /**
     * {@return what the events of the days that are over add up to, and of those before that take out noise, which any event more
     * changes; of layers that were not noted also the run that found them}
     *
     * @param kind which report
     * @param days it is of
     */
    String data(Kind kind, Days days) {
        HoldoutPeriod period = covering(days).orElse(null);
        LocalDate first = days.from().minusDays(ProgrammeSql.LOOK_BACK);
        if (period != null && period.fromDay().minusDays(ProgrammeSql.LOOK_BACK).isBefore(first)) {
            first = period.fromDay().minusDays(ProgrammeSql.LOOK_BACK);
        }
        String sums = mart.sql()
                .sql(
                        "SELECT coalesce(sum(n), 0) || ' ' || coalesce(sum(n * CAST(event_no AS BIGINT)), 0) FROM event_member WHERE day BETWEEN ? AND ?")
                .params(first, days.upTo(yesterday()).until())
                .query(String.class)
                .single();
        boolean noted = period != null && layers.notedOn(period.id()).isPresent();
        return kind != Kind.LAYERS || noted
                ? sums
                : sums + " " + runs.latestDone().map(ScoringRun::id).orElse(0L);
    }

    /** {@return the days of the period of the global holdout that began last, else the last ninety} */
    Days usualDays() {
        LocalDate yesterday = yesterday();
        return periods.all().stream()
                .filter(period -> !period.fromDay().isAfter(yesterday))
                .findFirst()
                .map(period -> new Days(period.fromDay(), period.untilDay()))
                .orElseGet(() -> new Days(yesterday.minusDays(USUAL_DAYS - 1L), yesterday));
    }

    private Optional<HoldoutPeriod> covering(Days days) {
        return periods.all().stream()
                .filter(period -> !period.fromDay().isAfter(days.from())
                        && !period.untilDay().isBefore(days.until()))
                .findFirst();
    }

    private long open(Days days) {
        return Math.max(0, ChronoUnit.DAYS.between(yesterday(), days.until()));
    }

    /**
     * {@return what each layer received, cost and returned}
     *
     * @param days which
     * @param progress told how far it is
     */
    LayerReport layers(Days days, Progress progress) {
        layers.note();
        HoldoutPeriod period = covering(days).orElse(null);
        Days past = days.upTo(yesterday());
        return onMart(past, period, (sql, file) -> {
            List<Finding> findings = new ArrayList<>();
            begin(sql, past, period, file, findings, progress, 0, BEGUN);
            LocalDate noted =
                    period == null ? null : layers.notedOn(period.id()).orElse(null);
            if (period != null && noted != null) {
                layers.write(period.id(), file);
                if (noted.isAfter(period.fromDay().plusDays(LATE))) {
                    findings.add(new Finding(
                            "layers-noted-late", true, ChronoUnit.DAYS.between(period.fromDay(), noted), null));
                }
            }
            sql.layers(noted == null ? null : file);
            progress.at("measure", BEGUN);
            worth(sql, file);
            sql.unitsByLayer();
            progress.at("compare", MEASURED);
            Map<String, List<Arms>> arms = sql.arms(Outcomes.ALL);
            List<Arms> all = together(arms.values());
            // Layers that were not noted are today's, into which members may have come by what was done: not to be
            // compared.
            Compare compare = period == null || noted == null ? null : new Compare(period.share(), open(days));
            Compare overall = period == null ? null : new Compare(period.share(), open(days));
            if (period != null && noted == null) {
                findings.add(new Finding("layers-not-noted", true, 0, null));
            }
            Map<String, List<Measured>> measured = new LinkedHashMap<>();
            List<String> shown = new ArrayList<>(LAYERS);
            arms.keySet().stream().filter(layer -> !shown.contains(layer)).forEach(shown::add);
            for (String layer : shown) {
                List<Arms> of = arms.get(layer);
                if (compare != null && of != null) {
                    measured.put(layer, compare.of(Outcomes.ALL, of));
                }
            }
            Map<String, List<Measured>> tested = Compare.withQ(measured);
            Map<String, Touched> touched = sql.touchedByLayer();
            Map<String, BigDecimal> prices = costs.all();
            unpriced(sql.sent(), prices, findings);
            List<LayerRow> rows = new ArrayList<>();
            rows.add(row(
                    LayerReport.ALL,
                    all,
                    together(touched),
                    prices,
                    overall == null ? List.of() : overall.of(Outcomes.ALL, all)));
            for (String layer : shown) {
                List<Arms> of = arms.get(layer);
                if (of != null) {
                    rows.add(row(
                            layer,
                            of,
                            touched.getOrDefault(layer, Touched.NONE),
                            prices,
                            tested.getOrDefault(layer, List.of())));
                }
            }
            return new LayerReport(
                    days.from(),
                    days.until(),
                    past.retention(),
                    brand.currency().getCurrencyCode(),
                    period == null ? null : against(period, days, all.getFirst(), noted),
                    rows,
                    findings,
                    clock.instant(),
                    false);
        });
    }

    private void worth(ProgrammeSql sql, Path file) {
        values.write(sql.worthDays(), OwnDoing.ofMessages(), file);
        sql.worth(file);
    }

    private static LayerRow row(
            String layer, List<Arms> arms, Touched touched, Map<String, BigDecimal> prices, List<Measured> measured) {
        Moments buyers = arms.get(Outcomes.BUYERS.place()).reached();
        long members = buyers.n();
        long sent =
                touched.byChannel().values().stream().mapToLong(Long::longValue).sum();
        boolean any = members > 0;
        return new LayerRow(
                layer,
                members,
                touched.members(),
                sent,
                any ? (double) sent / members : null,
                TouchCosts.of(touched.byChannel(), prices),
                ChannelSent.of(touched.byChannel(), prices),
                Math.round(sum(buyers)),
                any ? buyers.numerator() : null,
                Math.round(sum(arms.get(Outcomes.ORDERS.place()).reached())),
                money(sum(arms.get(Outcomes.GMV.place()).reached())),
                any ? arms.get(Outcomes.RETAINED.place()).reached().numerator() : null,
                any ? arms.get(Outcomes.VALUE.place()).reached().numerator() : null,
                any ? arms.get(Outcomes.SCORE.place()).reached().numerator() : null,
                measured);
    }

    /**
     * {@return what each channel reached, and what came of it}
     *
     * @param days which
     * @param progress told how far it is
     */
    TouchpointReport touchpoints(Days days, Progress progress) {
        HoldoutPeriod period = covering(days).orElse(null);
        Days past = days.upTo(yesterday());
        return onMart(past, period, (sql, file) -> {
            List<Finding> findings = new ArrayList<>();
            begin(sql, past, period, file, findings, progress, 0, BEGUN);
            progress.at("measure", BEGUN);
            sql.unitsByChannel();
            progress.at("compare", MEASURED);
            Map<String, List<Arms>> arms = sql.arms(Outcomes.ORDERED);
            Map<String, List<Measured>> measured = new LinkedHashMap<>();
            if (period != null) {
                Compare compare = new Compare(period.share(), open(days));
                arms.forEach((channel, of) -> measured.put(channel, compare.of(Outcomes.ORDERED, of)));
            }
            Map<String, List<Measured>> tested = Compare.withQ(measured);
            Map<String, BigDecimal> prices = costs.all();
            unpriced(sql.sent(), prices, findings);
            List<ChannelRow> rows = sql.funnels().stream()
                    .map(funnel -> new ChannelRow(
                            funnel.channel(),
                            funnel.messages(),
                            funnel.delivered(),
                            funnel.meant(),
                            funnel.reached(),
                            funnel.opened(),
                            funnel.clicked(),
                            funnel.ordered(),
                            funnel.orders(),
                            funnel.gmv(),
                            prices.get(funnel.channel()),
                            TouchCosts.of(Map.of(funnel.channel(), funnel.messages()), prices),
                            tested.getOrDefault(funnel.channel(), List.of())))
                    .toList();
            progress.at("places", PLACES);
            Set<LocalDate> placeDays = sql.placeDays();
            List<TouchPlace> places =
                    placeDays.isEmpty() ? List.of() : named(sql.places(lake.relation(placeDays::contains)));
            return new TouchpointReport(
                    days.from(),
                    days.until(),
                    ProgrammeSql.ORDER_DAYS,
                    brand.currency().getCurrencyCode(),
                    period == null ? null : against(period, days, sql.everybody(), null),
                    rows,
                    places,
                    findings,
                    clock.instant(),
                    false);
        });
    }

    /** Pieces of content have a name; what is no number of one keeps its key. */
    private List<TouchPlace> named(List<TouchPlace> places) {
        Map<String, Long> numbers = new HashMap<>();
        for (TouchPlace place : places) {
            if (place.kind() == PlaceKind.CONTENT && NUMBER.matcher(place.key()).matches()) {
                numbers.put(place.key(), Long.valueOf(place.key()));
            }
        }
        Map<Long, String> names = numbers.isEmpty() ? Map.of() : touches.contents(Set.copyOf(numbers.values()));
        return places.stream()
                .map(place -> {
                    Long number = place.kind() == PlaceKind.CONTENT ? numbers.get(place.key()) : null;
                    return number == null ? place : place.named(names.get(number));
                })
                .toList();
    }

    /**
     * {@return what all that was done in a quarter brought}
     *
     * @param quarter which
     * @param progress told how far it is
     */
    ProgrammeReport programme(Quarter quarter, Progress progress) {
        Days all = quarter.days();
        LocalDate yesterday = yesterday();
        List<QuarterPart> parts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> sent = new HashMap<>();
        long covered = 0;
        List<HoldoutPeriod> inOrder = periods.all().stream()
                .filter(period -> !later(period.fromDay(), all.from()).isAfter(earlier(yesterday, all.until()))
                        && !period.untilDay().isBefore(all.from()))
                .sorted(Comparator.comparing(HoldoutPeriod::fromDay))
                .toList();
        for (HoldoutPeriod period : inOrder) {
            LocalDate from = later(period.fromDay(), all.from());
            LocalDate until = earlier(period.untilDay(), all.until());
            Days days = new Days(from, until);
            Days past = days.upTo(yesterday);
            covered += past.count();
            double share = 1.0 / inOrder.size();
            double begun = parts.size() * share;
            parts.add(onMart(past, period, (sql, file) -> {
                begin(sql, past, period, file, findings, progress, begun, BEGUN * share);
                sql.layers(null);
                progress.at("measure", begun + BEGUN * share);
                worth(sql, file);
                sql.unitsByLayer();
                progress.at("compare", begun + MEASURED * share);
                sql.sent().forEach((channel, messages) -> sent.merge(channel, messages, Long::sum));
                List<Arms> arms = together(sql.arms(Outcomes.ALL).values());
                return new QuarterPart(
                        from,
                        until,
                        against(period, days, arms.getFirst(), null),
                        new Compare(period.share(), open(days)).of(Outcomes.ALL, arms));
            }));
        }
        Map<String, BigDecimal> prices = costs.all();
        unpriced(sent, prices, findings);
        return new ProgrammeReport(
                quarter.toString(),
                all.from(),
                all.until(),
                covered,
                all.count(),
                brand.currency().getCurrencyCode(),
                sent.values().stream().mapToLong(Long::longValue).sum(),
                TouchCosts.of(sent, prices),
                ChannelSent.of(sent, prices),
                parts,
                Sums.of(parts, all.until().isAfter(yesterday) ? open(all) : 0),
                findings,
                clock.instant(),
                false);
    }

    private void begin(
            ProgrammeSql sql,
            Days past,
            @Nullable HoldoutPeriod period,
            Path file,
            List<Finding> findings,
            Progress progress,
            double from,
            double share) {
        progress.at("members", from);
        Split split = period == null ? null : period.split();
        long mixed = sql.people(split);
        if (mixed > 0) {
            findings.add(new Finding("in-two-arms", false, mixed, null));
        }
        progress.at("messages", from + share / 3);
        touches.write(past.from(), past.until(), file);
        sql.touches(file);
        long reached = period == null ? 0 : sql.heldOutReached();
        if (reached > 0) {
            findings.add(new Finding("held-out-reached", true, reached, null));
        }
        sql.otherMoney()
                .ifPresent(other -> findings.add(new Finding(
                        "orders-other-currency",
                        other.members() > MANY_OF_ANOTHER_CURRENCY * sql.buyers(),
                        other.events(),
                        null,
                        other.members(),
                        other.currencies())));
    }

    private static void unpriced(Map<String, Long> sent, Map<String, BigDecimal> prices, List<Finding> findings) {
        sent.entrySet().stream()
                .filter(channel -> channel.getValue() > 0 && !prices.containsKey(channel.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(channel ->
                        findings.add(new Finding("cost-unknown", false, channel.getValue(), channel.getKey())));
    }

    private Against against(HoldoutPeriod period, Days days, Arms arms, @Nullable LocalDate noted) {
        return new Against(
                period.id(),
                period.share(),
                period.fromDay(),
                period.untilDay(),
                noted,
                open(days),
                arms.heldOut().n(),
                arms.reached().n(),
                new Compare(period.share(), 0).ratio(arms).pValue());
    }

    private static List<Arms> together(Iterable<List<Arms>> parts) {
        List<Arms> sum = new ArrayList<>();
        Outcomes.ALL.forEach(_ -> sum.add(Arms.NOBODY));
        for (List<Arms> part : parts) {
            for (int i = 0; i < sum.size(); i++) {
                sum.set(i, sum.get(i).plus(part.get(i)));
            }
        }
        return sum;
    }

    private static Touched together(Map<String, Touched> parts) {
        Map<String, Long> messages = new HashMap<>();
        long members = 0;
        for (Touched part : parts.values()) {
            members += part.members();
            part.byChannel().forEach((channel, sent) -> messages.merge(channel, sent, Long::sum));
        }
        return new Touched(members, messages);
    }

    private static double sum(Moments moments) {
        return moments.n() == 0 ? 0 : moments.numerator() * moments.n();
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(ProgrammeSql sql, Path file);
    }

    /** Works on a connection of its own, with a file that is gone afterwards. */
    private <T> T onMart(Days past, @Nullable HoldoutPeriod period, Work<T> work) {
        try (Connection connection = mart.connect()) {
            Path file = Files.createTempFile(folder.temp(), "programme", ".csv");
            try {
                JdbcClient sql = DuckDb.client(connection);
                return work.on(
                        new ProgrammeSql(sql, past, period == null ? null : period.fromDay(), ownDoing.not()), file);
            } finally {
                Files.delete(file);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the mart is closed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be made for a report", e);
        }
    }
}
