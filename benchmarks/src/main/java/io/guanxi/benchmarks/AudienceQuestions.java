package io.guanxi.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Twenty varied audiences, each as an expression and as a query on the raw events that DuckDB and PostgreSQL read alike. */
final class AudienceQuestions {

    private AudienceQuestions() {}

    /**
     * A question in both forms.
     *
     * @param name what it is
     * @param expression the language's JSON
     * @param query SELECT of distinct {@code member_no} from {@code raw}
     */
    record Question(String name, String expression, String query) {}

    /** {@return the questions} */
    static List<Question> about(LocalDate last) {
        List<Question> all = new ArrayList<>();
        for (int days : new int[] {7, 30, 60, 90}) {
            all.add(did("Order Completed", 1, last.minusDays(days - 1L), last));
            all.add(did("Content Engaged", 3, last.minusDays(days - 1L), last));
            all.add(amount(days * 2, last.minusDays(days - 1L), last));
        }
        all.add(days("Checked In", 2, last.minusDays(29), last));
        all.add(days("Message Sent", 4, last.minusDays(89), last));
        all.add(first("Order Completed", last.minusDays(29), last));
        all.add(sequence("Community Joined", "Order Completed", 7, last.minusDays(29), last));
        Question buyers = did("Order Completed", 1, last.minusDays(44), last);
        Question viewers = did("Product Viewed", 5, last.minusDays(29), last);
        Question talkers = did("Message Sent", 2, last.minusDays(14), last);
        all.add(group("all", "INTERSECT", List.of(buyers, viewers)));
        all.add(group("any", "UNION", List.of(talkers, did("Content Published", 1, last.minusDays(59), last))));
        all.add(but(viewers, buyers));
        all.add(but(
                group("any", "UNION", List.of(viewers, talkers)), did("Order Refunded", 1, last.minusDays(89), last)));
        return all;
    }

    /** {@return a hundred questions whose windows roll, each different} */
    static List<Question> hundred() {
        List<Question> all = new ArrayList<>();
        for (String event :
                List.of("Order Completed", "Content Engaged", "Message Sent", "Checked In", "Product Viewed")) {
            for (int days : List.of(7, 14, 30, 60, 90)) {
                for (int least = 1; least <= 4; least++) {
                    all.add(new Question(
                            "%s at least %d times in %d days".formatted(event, least, days),
                            "{\"kind\":\"did\",\"event\":{\"name\":\"%s\"},\"during\":{\"kind\":\"last\",\"days\":%d},\"is\":{\"atLeast\":%d}}"
                                    .formatted(event, days, least),
                            ""));
                }
            }
        }
        return all;
    }

    static Question did(String event, int times, LocalDate from, LocalDate to) {
        return counted(event, "COUNT", "count(*)", times, from, to);
    }

    private static Question amount(int least, LocalDate from, LocalDate to) {
        return counted("Order Completed", "AMOUNT", "sum(amount)", least, from, to);
    }

    private static Question days(String event, int least, LocalDate from, LocalDate to) {
        return counted(event, "DAYS", "count(DISTINCT day)", least, from, to);
    }

    private static Question counted(
            String event, String measure, String amount, int least, LocalDate from, LocalDate to) {
        return new Question(
                "%s of %s ≥ %d since %s".formatted(measure, event, least, from),
                "{\"kind\":\"did\",\"event\":{\"name\":\"%s\"},\"during\":%s,\"measure\":\"%s\",\"is\":{\"atLeast\":%d}}"
                        .formatted(event, between(from, to), measure, least),
                "SELECT member_no FROM raw WHERE event = '%s' AND day BETWEEN DATE '%s' AND DATE '%s' GROUP BY member_no HAVING %s >= %d"
                        .formatted(event, from, to, amount, least));
    }

    private static Question first(String event, LocalDate from, LocalDate to) {
        return new Question(
                "first " + event + " since " + from,
                "{\"kind\":\"did\",\"event\":{\"name\":\"%s\"},\"during\":%s,\"measure\":\"FIRST\"}"
                        .formatted(event, between(from, to)),
                "SELECT member_no FROM raw WHERE event = '%s' GROUP BY member_no HAVING min(day) BETWEEN DATE '%s' AND DATE '%s'"
                        .formatted(event, from, to));
    }

    private static Question sequence(String first, String then, int within, LocalDate from, LocalDate to) {
        return new Question(
                first + ", then " + then,
                "{\"kind\":\"sequence\",\"first\":{\"name\":\"%s\"},\"then\":{\"name\":\"%s\"},\"withinDays\":%d,\"during\":%s}"
                        .formatted(first, then, within, between(from, to)),
                """
                SELECT DISTINCT a.member_no FROM raw a JOIN raw b ON b.member_no = a.member_no
                WHERE a.event = '%s' AND a.day BETWEEN DATE '%s' AND DATE '%s'
                  AND b.event = '%s' AND b.ts > a.ts AND b.day <= a.day + %d""".formatted(first, from, to, then, within));
    }

    private static Question group(String kind, String word, List<Question> of) {
        return new Question(
                kind + " of " + of.size(),
                "{\"kind\":\"%s\",\"of\":[%s]}"
                        .formatted(kind, of.stream().map(Question::expression).collect(Collectors.joining(","))),
                of.stream().map(it -> "(" + it.query() + ")").collect(Collectors.joining(" " + word + " ")));
    }

    private static Question but(Question these, Question not) {
        return new Question(
                these.name() + ", but not " + not.name(),
                "{\"kind\":\"all\",\"of\":[%s,{\"kind\":\"not\",\"of\":%s}]}"
                        .formatted(these.expression(), not.expression()),
                "(" + these.query() + ") EXCEPT (" + not.query() + ")");
    }

    private static String between(LocalDate from, LocalDate to) {
        return "{\"kind\":\"between\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
    }
}
