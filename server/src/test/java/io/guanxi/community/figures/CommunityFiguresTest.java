package io.guanxi.community.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.community.CommunityStage;
import io.guanxi.community.scoring.CommunityLab;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What screens read of two communities: a talkative one of three, and one member of a young one. */
class CommunityFiguresTest {

    private CommunityLab lab;
    private CommunityFigures figures;

    @BeforeEach
    void score(@TempDir Path temp) throws Exception {
        lab = new CommunityLab(temp, "2026-06-17");
        figures = new CommunityFigures(lab.sql());
    }

    private void run() {
        lab.did(1, 1, "2026-06-01", "Message Sent", 6)
                .did(1, 2, "2026-06-09", "Message Sent", 3)
                .did(1, 3, "2026-06-09", "Content Published", 2)
                .did(1, 4, "2026-06-02", "Community Joined")
                .did(1, 4, "2026-06-10", "Community Left")
                .did(2, 5, "2026-06-15", "Community Joined")
                .ordered(2, "2026-06-10", "Order Completed", 1, "19.90")
                .worth(1, 10)
                .worth(2, 30)
                .worth(3, 20)
                .worth(5, 50)
                .make("community_score", "community_life", "community_backtest", "community_member");
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    @Test
    void beforeTheFirstRunNothingIsKnown() {
        assertThat(figures.asOf()).isEmpty();
    }

    @Test
    void aScoreSaysHowACommunityStands() {
        run();
        CommunityScore score = figures.score("c1").orElseThrow();

        assertThat(figures.asOf()).contains(LocalDate.parse("2026-06-17"));
        assertThat(figures.scores()).hasSize(2);
        assertThat(score.born()).isEqualTo("2026-06-01");
        assertThat(score.members()).isEqualTo(3);
        assertThat(score.gone()).isEqualTo(1);
        assertThat(score.activeShare()).isEqualTo(0.5);
        assertThat(score.spend()).isEqualTo(new BigDecimal("19.90"));
        assertThat(score.stage()).isEqualTo(CommunityStage.GOLDEN);
        assertThat(score.place()).isEqualTo(2);
        assertThat(score.placeBefore()).as("the other was founded this week").isEqualTo(1);
        assertThat(score.verdict()).isEqualTo(Verdict.TOO_YOUNG);
        assertThat(score.belowWeek()).isNull();
        assertThat(figures.score("c9")).isEmpty();
        assertThat(figures.goldenLine()).isCloseTo(score.value(), within(1e-9));
    }

    @Test
    void aCommunityFoundedThisWeekHasNoFullWeek() {
        run();
        CommunityScore young = figures.score("c2").orElseThrow();
        assertThat(young.activeShare()).isNull();
        assertThat(young.change()).isNull();
        assertThat(young.place()).isEqualTo(1);
        assertThat(young.placeBefore()).isNull();
        assertThat(young.value()).isEqualTo(50);
    }

    @Test
    void weeksAreListedFromTheFirst() {
        run();
        List<CommunityWeek> weeks = figures.weeks(1);
        assertThat(weeks)
                .extracting(CommunityWeek::week)
                .map(LocalDate::toString)
                .containsExactly("2026-06-01", "2026-06-08", "2026-06-15");
        assertThat(weeks.get(1).messagesPerMember()).isEqualTo(0.75);
        assertThat(weeks.get(1).left()).isEqualTo(1);
        assertThat(weeks.get(2).complete()).isFalse();
        assertThat(figures.lifeCurve(1)).hasSize(2).last().satisfies(point -> {
            assertThat(point.age()).isEqualTo(1);
            assertThat(point.own()).isEqualTo(0.5);
        });
        assertThat(figures.lifeCurve(null))
                .allSatisfy(point -> assertThat(point.own()).isNull());
        assertThat(figures.trends(List.of(1, 2)).get(1)).hasSize(2);
        assertThat(figures.numbers(List.of("c1", "c9"))).isEqualTo(Map.of("c1", 1));
    }

    @Test
    void halfOfTheTalkIsCarriedByTheFewestWhoMadeIt() {
        run();
        // 6 + 3 + 2 contributions: the first member's six are more than half of eleven
        assertThat(figures.sums(1).carriers()).isEqualTo(1);
        assertThat(figures.sums(1).contributions()).isEqualTo(11);
        assertThat(figures.contributors(1, 20)).extracting(MemberPart::memberNo).containsExactly(1, 2, 3);
        assertThat(figures.sums(2).carriers()).isZero();
    }

    @Test
    void thePartsOfTheMembersAddUpToTheValue() {
        run();
        List<MemberPart> parts = figures.parts(1, 0, 50);
        double weighted = parts.stream().mapToDouble(MemberPart::part).sum();
        double weights = parts.stream().mapToDouble(MemberPart::weight).sum();

        assertThat(parts).extracting(MemberPart::memberNo).containsExactly(2, 3, 1);
        assertThat(figures.sums(1).weighted()).isCloseTo(weighted, within(1e-9));
        assertThat(figures.score("c1").orElseThrow().value()).isCloseTo(weighted / weights, within(1e-4));
        assertThat(figures.parts(1, 2, 50)).hasSize(1);
    }

    @Test
    void anOutlookWithoutForecastHasNoPoints() {
        run();
        assertThat(figures.outlooks(1)).extracting(Outlook::measure).containsExactly("VALUE", "ACTIVITY");
        assertThat(figures.points(1)).isEmpty();
        assertThat(figures.errors()).isEmpty();
    }
}
