package io.guanxi.experiment.web;

import io.guanxi.experiment.programme.Days;
import io.guanxi.experiment.programme.LayerReport;
import io.guanxi.experiment.programme.LayerReport.LayerRow;
import io.guanxi.experiment.programme.Measured;
import io.guanxi.experiment.programme.ProgrammeReport;
import io.guanxi.experiment.programme.ProgrammeReport.QuarterPart;
import io.guanxi.experiment.programme.ProgrammeReports;
import io.guanxi.experiment.programme.Quarter;
import io.guanxi.experiment.programme.TouchCosts;
import io.guanxi.experiment.programme.TouchpointReport;
import io.guanxi.experiment.programme.TouchpointReport.ChannelRow;
import io.guanxi.experiment.report.ReportWork;
import io.guanxi.experiment.report.ReportWorks;
import io.guanxi.platform.BodyReader;
import io.guanxi.platform.Brand;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What all that is done to members brings together: by layer, by touchpoint, over a quarter. */
@RestController
@RequestMapping("/api/experiments/reports")
@Tag(name = "Experiments")
class ProgrammeController {

    private static final List<String> MEASURED =
            List.of("metric", "held_out", "members", "difference", "total", "total_low", "total_high", "p", "q");

    private final ProgrammeReports reports;
    private final ReportWorks works;
    private final TouchCosts costs;
    private final BodyReader bodies;
    private final Brand brand;
    private final Clock clock;

    ProgrammeController(
            ProgrammeReports reports,
            ReportWorks works,
            TouchCosts costs,
            BodyReader bodies,
            Brand brand,
            Clock clock) {
        this.reports = reports;
        this.works = works;
        this.costs = costs;
        this.bodies = bodies;
        this.brand = brand;
        this.clock = clock;
    }

    /**
     * What a message costs.
     *
     * @param channel its name
     * @param cost of one message in the brand's currency, or null where it is not known
     */
    record ChannelCost(String channel, @Nullable BigDecimal cost) {}

    @GetMapping("/layers")
    @Operation(
            summary =
                    "What each layer received, cost and returned; against those held out where one period of the global holdout"
                            + " covers the days. Without days those of the last such period, else the last 90")
    LayerReport layers(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return reports.layers(days(from, until), false);
    }

    @PostMapping("/layers")
    @Operation(summary = "The same made anew, and kept; else a report is made anew when what it stands on has changed")
    LayerReport makeLayers(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return reports.layers(days(from, until), true);
    }

    @GetMapping(path = "/layers/csv", produces = Csv.TYPE)
    @Operation(summary = "The same as a file: a row a layer and figure")
    String layersAsFile(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        Csv csv = new Csv(join(
                List.of(
                        "layer",
                        "reachable",
                        "touched",
                        "touches",
                        "touches_per_member",
                        "cost",
                        "buyers",
                        "conversion",
                        "orders",
                        "gmv",
                        "retention",
                        "value_per_member",
                        "score_per_member"),
                MEASURED));
        for (LayerRow row : layers(from, until).rows()) {
            @Nullable
            Object[] cells = {
                row.layer(), row.members(), row.touched(), row.touches(), row.touchesPerMember(), row.cost(),
                row.buyers(), row.conversion(), row.orders(), row.gmv(), row.retention(), row.valuePerMember(),
                row.scorePerMember()
            };
            rows(csv, cells, row.measured());
        }
        return csv.toString();
    }

    @GetMapping("/touchpoints")
    @Operation(
            summary =
                    "What each channel reached and what came of it: sent, delivered, opened, clicked, ordered; and more orders than"
                            + " of those held out where one period of the global holdout covers the days")
    TouchpointReport touchpoints(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return reports.touchpoints(days(from, until), false);
    }

    @PostMapping("/touchpoints")
    @Operation(summary = "The same made anew, and kept")
    TouchpointReport makeTouchpoints(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return reports.touchpoints(days(from, until), true);
    }

    @GetMapping(path = "/touchpoints/csv", produces = Csv.TYPE)
    @Operation(summary = "The same as a file: a row a channel and figure")
    String touchpointsAsFile(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        Csv csv = new Csv(join(
                List.of(
                        "channel",
                        "messages",
                        "delivered",
                        "meant",
                        "reached",
                        "opened",
                        "clicked",
                        "ordered",
                        "orders",
                        "gmv",
                        "cost"),
                MEASURED));
        for (ChannelRow row : touchpoints(from, until).rows()) {
            @Nullable
            Object[] cells = {
                row.channel(),
                row.messages(),
                row.delivered(),
                row.meant(),
                row.reached(),
                row.opened(),
                row.clicked(),
                row.ordered(),
                row.orders(),
                row.gmv(),
                row.cost()
            };
            rows(csv, cells, row.measured());
        }
        return csv.toString();
    }

    @GetMapping("/programme")
    @Operation(
            summary =
                    "What all that was done in a quarter brought, from the global holdout; without a quarter the present one")
    ProgrammeReport programme(@RequestParam(required = false) @Nullable String quarter) {
        return reports.programme(quarter(quarter), false);
    }

    @PostMapping("/programme")
    @Operation(summary = "The same made anew, and kept")
    ProgrammeReport makeProgramme(@RequestParam(required = false) @Nullable String quarter) {
        return reports.programme(quarter(quarter), true);
    }

    private Quarter quarter(@Nullable String quarter) {
        return quarter == null ? Quarter.of(brand.dayOf(clock.instant())) : Quarter.of(quarter);
    }

    @GetMapping("/works")
    @Operation(
            summary = "Reports that are being made and those made lately, the latest first; also those of experiments")
    Page<ReportWork> works() {
        return new Page<>(works.all(), null);
    }

    @PostMapping("/works/{id}/cancel")
    @Operation(summary = "Stop a report that is being made; it ends at its next step, and the one before it stays")
    ReportWork cancel(@PathVariable long id) {
        return works.cancel(id);
    }

    @GetMapping(path = "/programme/csv", produces = Csv.TYPE)
    @Operation(summary = "The same as a file: a row a part and figure, then the sums")
    String programmeAsFile(@RequestParam(required = false) @Nullable String quarter) {
        ProgrammeReport report = programme(quarter);
        Csv csv = new Csv(join(List.of("from", "until"), MEASURED));
        for (QuarterPart part : report.parts()) {
            rows(csv, new Object[] {part.from(), part.until()}, part.measured());
        }
        report.sums()
                .forEach(sum -> csv.row(
                        report.from(),
                        report.until(),
                        sum.metric(),
                        null,
                        null,
                        null,
                        sum.total(),
                        sum.interval().low(),
                        sum.interval().high(),
                        null,
                        null));
        return csv.toString();
    }

    @GetMapping("/costs")
    @Operation(summary = "What a message on each channel costs, of the channels whose cost was said")
    Page<ChannelCost> costs() {
        return new Page<>(
                costs.all().entrySet().stream()
                        .map(cost -> new ChannelCost(cost.getKey(), cost.getValue()))
                        .toList(),
                null);
    }

    @PutMapping("/costs")
    @Operation(summary = "Say what a message on a channel costs; null where it is not known any more")
    Page<ChannelCost> cost(@RequestBody @Schema(implementation = ChannelCost.class) JsonNode body) {
        ChannelCost wanted = bodies.read(body, ChannelCost.class, "experiment.cost-invalid");
        costs.set(wanted.channel(), wanted.cost());
        return costs();
    }

    private Days days(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return reports.usualDays();
        }
        if (from == null || until == null) {
            throw Problem.badRequest("experiment.days-invalid", "Give both from and until, or neither.");
        }
        return new Days(from, until);
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void rows(Csv csv, @Nullable Object[] cells, List<Measured> measured) {
        if (measured.isEmpty()) {
            csv.row(Arrays.copyOf(cells, cells.length + MEASURED.size()));
        }
        for (Measured one : measured) {
            @Nullable Object[] all = Arrays.copyOf(cells, cells.length + MEASURED.size());
            var effect = one.effect();
            var ends = one.totalInterval();
            @Nullable
            Object[] more = {
                one.metric(),
                one.heldOut().value(),
                one.reached().value(),
                effect == null ? null : effect.difference(),
                one.total(),
                ends == null ? null : ends.low(),
                ends == null ? null : ends.high(),
                effect == null ? null : effect.pValue(),
                one.qValue()
            };
            System.arraycopy(more, 0, all, cells.length, more.length);
            csv.row(all);
        }
    }
}
