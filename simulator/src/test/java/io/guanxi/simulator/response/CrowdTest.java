package io.guanxi.simulator.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do about a message has the effects that are written down, and is done in its time. */
class CrowdTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private static List<Crowd.Act> answersTo(String text, int people, double sociability, double loyalty) {
        Crowd crowd = new Crowd(7, Pace.USUAL);
        for (int n = 0; n < people; n++) {
            crowd.add("wm" + n, new Crowd.Person(n, sociability, loyalty));
            crowd.hear("wm" + n, text, NOON);
        }
        return crowd.until(NOON.plus(Duration.ofDays(4)));
    }

    private static double share(List<Crowd.Act> acts, Class<? extends Answer> kind, int people) {
        return acts.stream()
                        .filter(act -> act instanceof Crowd.Answers answers && kind.isInstance(answers.answer()))
                        .count()
                / (double) people;
    }

    @Test
    void theEffectsAreThoseWrittenDown() {
        int people = 20_000;
        List<Crowd.Act> asked = answersTo("你更关心哪一件？https://b.example/l/abc", people, 0.5, 0.4);
        assertThat(share(asked, Answer.Reply.class, people)).isCloseTo(0.45, within(0.015));
        assertThat(share(asked, Answer.Click.class, people)).isCloseTo(0.26, within(0.015));
        assertThat(share(asked, Answer.Order.class, people))
                .as("0.45 · 0.072 + 0.55 · 0.018")
                .isCloseTo(0.0423, within(0.006));
        List<Crowd.Act> told = answersTo("今天上新三样。", people, 0.5, 0.4);
        assertThat(share(told, Answer.Reply.class, people)).isCloseTo(0.12, within(0.01));
        assertThat(share(told, Answer.Click.class, people)).isZero();
    }

    @Test
    void everybodyAnswersAfterTheyHeardAndTheSameEachTime() {
        List<Crowd.Act> once = answersTo("在吗？", 500, 0.5, 0.5);
        assertThat(once).isNotEmpty().isEqualTo(answersTo("在吗？", 500, 0.5, 0.5));
        assertThat(once).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(once.getFirst().at()).isAfter(NOON);
    }

    private static double said(String text, double loyalty, String... words) {
        List<String> all = answersTo(text, 2_000, 0.5, loyalty).stream()
                .flatMap(act -> act instanceof Crowd.Answers answers && answers.answer() instanceof Answer.Reply reply
                        ? java.util.stream.Stream.of(reply.text())
                        : java.util.stream.Stream.empty())
                .toList();
        return all.stream().filter(List.of(words)::contains).count() / (double) all.size();
    }

    @Test
    void whoIsAskedForADigitOrAWordAnswersWithOne() {
        String asks = "回复 1 日常护理、2 家人需要、3 想先看看大家怎么用。21 天，9.9 元";
        assertThat(said(asks, 0.5, "1", "2", "3", "1。", "2。", "3。")).isEqualTo(1);
        assertThat(said(asks, 0.5, "2", "2。")).isCloseTo(0.33, within(0.06));
        String rates = "满意回复 1，一般回复 2，不满意回复 3";
        assertThat(said(rates, 1, "1", "1。")).isCloseTo(0.9, within(0.05));
        assertThat(said(rates, 0, "1", "1。")).isCloseTo(0.4, within(0.06));
        assertThat(said("想对照自家情况，回复“家”。", 0.5, "家")).isEqualTo(1);
        assertThat(said("在吗？", 0.5, "1", "家", "")).isZero();
    }

    @Test
    void newcomersComeAllDayAndAreHeardOfOnce() {
        Crowd crowd = new Crowd(7, Pace.USUAL);
        crowd.open(NOON);
        assertThat(crowd.next()).isPresent();
        List<Crowd.Act> week = crowd.until(NOON.plus(Duration.ofDays(70)));
        assertThat(week.size()).isBetween(750, 930);
        assertThat(week.stream().map(act -> ((Crowd.Comes) act).newcomer()).distinct())
                .hasSize(week.size());
        assertThat(crowd.until(NOON.plus(Duration.ofDays(70)))).isEmpty();
    }

    @Test
    void ofNewcomersItIsKnownWhatMessagesBrought() {
        Crowd crowd = new Crowd(7, new Pace(4_000, 1, Duration.ofHours(6)));
        crowd.open(NOON);
        assertThat(crowd.truth(Duration.ofDays(30), NOON.plus(Duration.ofDays(60))))
                .isEqualTo(new Truth(nobody(), nobody()));
        Instant now = NOON;
        while (crowd.next().isPresent()) {
            now = crowd.next().get();
            assertThat(now.getEpochSecond() % Duration.ofHours(6).toSeconds())
                    .as("everybody looks at their phone every six hours")
                    .isZero();
            for (Crowd.Act act : crowd.until(now)) {
                if (act instanceof Crowd.Comes(Instant at, int newcomer, Crowd.Person person)) {
                    crowd.came("wm" + newcomer, person, at);
                    if (newcomer % 2 == 0) {
                        crowd.hear("wm" + newcomer, "你更关心哪一件？", at);
                    }
                }
            }
        }
        Duration month = Duration.ofDays(30);
        assertThat(crowd.truth(month, NOON.plus(month)).reached().people())
                .as("nobody's month is over")
                .isZero();
        Truth truth = crowd.truth(month, NOON.plus(Duration.ofDays(60)));
        assertThat(truth.reached().people() + truth.others().people()).isBetween(3_800, 4_200);
        assertThat(truth.others().moreBuyers()).as("nobody told them anything").isZero();
        assertThat(truth.others().buyers() / (double) truth.others().people())
                .as("1 - (1 - 0.01 · (0.5 + loyalty))^14, loyalty 0.36 on average")
                .isCloseTo(0.113, within(0.02));
        assertThat(truth.reached().moreBuyers())
                .as("0.0327 of those who would not have bought anyway")
                .isCloseTo(0.029, within(0.012));
        assertThat(truth.reached().moreSpend()).isCloseTo(0.0327 * 169, within(2.5));
    }

    private static Truth.Group nobody() {
        return new Truth.Group(0, 0, 0, 0, 0);
    }

    @Test
    void whatNeedsNoAnswerDoesNotAskForOne() {
        assertThat(TrueEffects.asks("想对照自家情况，回复“家”。")).isTrue();
        assertThat(TrueEffects.asks("留着备用，不必回复。")).isFalse();
        assertThat(TrueEffects.asks("Keep it, no need to answer.")).isFalse();
    }
}
