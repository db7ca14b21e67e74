package io.guanxi.community.web;

import io.guanxi.community.CommunityId;
import io.guanxi.community.figures.CommunityFigures;
import io.guanxi.community.figures.CommunityFigures.Concentration;
import io.guanxi.community.figures.CommunityFigures.TalkHour;
import io.guanxi.community.figures.CommunityScore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When a community talks, and who carries it. */
@RestController
@RequestMapping("/api/communities/{id}")
@Tag(name = "Communities")
class CommunityLifeController {

    private final CommunityFigures figures;

    CommunityLifeController(CommunityFigures figures) {
        this.figures = figures;
    }

    /** Hours of the week in the brand's zone, summed over the days from and to, both within. */
    record AtmosphereHours(String id, LocalDate from, LocalDate to, List<TalkHour> cells) {}

    /** At this share of the members, the busiest first, so much {@code of} the measure is theirs. */
    @Schema(name = "ConcentrationPoint")
    record Point(double share, double of) {}

    /** A curve a measure, each beginning at nothing; empty where nobody did any of it in four weeks. */
    record CarriedCurves(String id, int members, List<Point> messages, List<Point> content, List<Point> orders) {}

    @GetMapping("/atmosphere")
    @Operation(summary = "Messages and content of four weeks by day of the week and hour")
    AtmosphereHours atmosphere(@PathVariable String id) {
        CommunityId community = CommunityId.of(id);
        LocalDate asOf = figures.asOf().orElseThrow(CommunityBook::unknown);
        return new AtmosphereHours(
                community.text(),
                asOf.minusDays(CommunityFigures.TALK_DAYS - 1L),
                asOf,
                figures.hours(score(community).communityNo()));
    }

    @GetMapping("/concentration")
    @Operation(summary = "How few members make how much of the messages, content and orders of four weeks")
    CarriedCurves concentration(@PathVariable String id) {
        CommunityId community = CommunityId.of(id);
        CommunityScore score = score(community);
        List<Concentration> all = figures.concentration(score.communityNo());
        return new CarriedCurves(
                community.text(), score.members(), curve(all, "MESSAGES"), curve(all, "CONTENT"), curve(all, "ORDERS"));
    }

    private CommunityScore score(CommunityId community) {
        return figures.asOf().flatMap(scored -> figures.score(community.key())).orElseThrow(CommunityBook::unknown);
    }

    private static List<Point> curve(List<Concentration> all, String measure) {
        List<Point> points = new ArrayList<>();
        for (Concentration it : all) {
            if (it.measure().equals(measure)) {
                if (points.isEmpty()) {
                    points.add(new Point(0, 0));
                }
                points.add(new Point(rounded(it.share()), rounded(it.of())));
            }
        }
        return points;
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
