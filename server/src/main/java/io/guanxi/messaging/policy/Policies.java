package io.guanxi.messaging.policy;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.messaging.policy.PolicyTable.ReachPolicy;
import io.guanxi.platform.Problem;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saves the reach policy; every change is a new version. */
@Component
public class Policies {

    private static final int MOST_RULES = 50;

    private final PolicyTable table;
    private final TransactionOperations transaction;
    private final CurrentUser currentUser;
    private final Audit audit;

    Policies(PolicyTable table, TransactionOperations transaction, CurrentUser currentUser, Audit audit) {
        this.table = table;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** {@return the policy in force} */
    public ReachPolicy current() {
        return table.current();
    }

    /**
     * {@return whether who took the consent of a channel back gets no service messages on it either}
     *
     * @param channel which
     */
    public boolean endsService(String channel) {
        return current().rules().stream()
                .anyMatch(rule -> rule instanceof Rule.Consent && rule.applies().to(channel, Rule.SERVICE));
    }

    /** {@return the latest versions, the newest first} */
    public List<ReachPolicy> versions() {
        return table.versions(100);
    }

    /**
     * Puts rules into force; what waits is judged by them.
     *
     * @param edited the version that was edited
     * @param rules in the order in which they are asked
     * @param note why
     * @return the policy now in force
     */
    public ReachPolicy save(int edited, List<Rule> rules, String note) {
        check(rules);
        transaction.executeWithoutResult(_ -> {
            int version = table.insert(edited, rules, note, currentUser.actor().name())
                    .orElseThrow(() -> Problem.conflict(
                            "reach-policy.changed-meanwhile",
                            "Somebody saved another version meanwhile; load it and try again."));
            audit.record("reach-policy.changed", "reach-policy:" + version, Map.of("rules", rules.size()));
        });
        return table.current();
    }

    private static void check(List<Rule> rules) {
        List<Problem.Fault> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (rules.size() > MOST_RULES) {
            faults.add(new Problem.Fault(null, "rules", "are more than " + MOST_RULES));
        }
        long row = 0;
        for (Rule rule : rules) {
            row++;
            if (rule == null) {
                faults.add(new Problem.Fault(row, "rule", "is missing"));
                continue;
            }
            if (rule.name() == null || rule.name().isBlank() || rule.name().length() > 100 || hasNul(rule)) {
                faults.add(new Problem.Fault(row, "name", "must have 1 to 100 characters"));
            } else if (!names.add(rule.name())) {
                faults.add(new Problem.Fault(row, "name", "is that of another rule"));
            }
            String wrong = wrong(rule);
            if (!wrong.isEmpty()) {
                faults.add(new Problem.Fault(
                        row, wrong.substring(0, wrong.indexOf(' ')), wrong.substring(wrong.indexOf(' ') + 1)));
            }
        }
        if (!faults.isEmpty()) {
            Problem.Fault first = faults.getFirst();
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "reach-policy.invalid",
                    "Rule " + first.row() + ": " + first.field() + " " + first.message() + ".",
                    faults);
        }
    }

    /** {@return field and fault, or nothing} */
    private static String wrong(Rule rule) {
        if (rule.applies() == null) {
            return "applies is missing";
        }
        return switch (rule) {
            case Rule.Consent _, Rule.Holdout _ -> "";
            case Rule.QuietHours quiet -> {
                if (!isTime(quiet.from())) {
                    yield "from must be a time such as 22:00";
                }
                if (!isTime(quiet.to())) {
                    yield "to must be a time such as 08:00";
                }
                yield quiet.then() == null
                        ? "then is missing"
                        : quiet.from().equals(quiet.to()) ? "to is the same as from" : "";
            }
            case Rule.FrequencyCap cap -> {
                if (cap.most() < 0 || cap.most() > 1000) {
                    yield "most must be from 0 to 1000";
                }
                yield cap.hours() < 1 || cap.hours() > 24 * 92
                        ? "hours must be from 1 to 2208"
                        : cap.then() == null ? "then is missing" : "";
            }
            case Rule.Yield yielding ->
                yielding.minutes() < 1 || yielding.minutes() > 1440 ? "minutes must be from 1 to 1440" : "";
        };
    }

    private static boolean hasNul(Rule rule) {
        Stream<String> words = rule.applies() == null
                ? Stream.of(rule.name())
                : Stream.of(
                                List.of(rule.name()),
                                rule.applies().channels(),
                                rule.applies().categories(),
                                rule.applies().exceptCategories())
                        .flatMap(Collection::stream);
        return words.anyMatch(word -> word.indexOf('\0') >= 0);
    }

    private static boolean isTime(String text) {
        try {
            return text != null && text.matches("[0-9]{2}:[0-9]{2}") && LocalTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
