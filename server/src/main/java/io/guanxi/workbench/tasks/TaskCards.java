package io.guanxi.workbench.tasks;

import io.guanxi.access.Masking;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Trait;
import io.guanxi.mart.Mart;
import io.guanxi.messaging.GuideContacts;
import io.guanxi.messaging.OwnWords;
import io.guanxi.messaging.OwnWords.Became;
import io.guanxi.platform.SqlText;
import io.guanxi.workbench.tasks.TaskCard.By;
import io.guanxi.workbench.tasks.TaskCard.Place;
import io.guanxi.workbench.tasks.TaskCard.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts tasks in order, and shows them with what their members are like: some look-ups a page, whatever its length. */
@Component
class TaskCards {

    private static final String SCORES = """
            SELECT s.member_no, round(s.value, 1) AS value, s.stage, s.level, s.last_order_day, CAST(l.spend_90 AS DOUBLE) AS spend
            FROM member_score s LEFT JOIN member_lifetime l ON l.member_no = s.member_no
            WHERE\s""" + SqlText.among("s.member_no", "numbers");

    private final Identities identities;
    private final Mart mart;
    private final Masking masking;
    private final Chances chances;
    private final ObjectProvider<GuideContacts> contacts;
    private final ObjectProvider<OwnWords> words;
    private final JsonMapper json;

    TaskCards(
            Identities identities,
            Mart mart,
            Masking masking,
            Chances chances,
            ObjectProvider<GuideContacts> contacts,
            ObjectProvider<OwnWords> words,
            JsonMapper json) {
        this.identities = identities;
        this.mart = mart;
        this.masking = masking;
        this.chances = chances;
        this.contacts = contacts;
        this.words = words;
        this.json = json;
    }

    private record Scored(
            @Nullable Double value,
            @Nullable String stage,
            @Nullable String level,
            @Nullable LocalDate lastOrder,
            @Nullable Double spend) {

        static final Scored NOT = new Scored(null, null, null, null, null);
    }

    /** The key of the message by which a task is sent from here. */
    static String key(long task) {
        return "task:" + task;
    }

    /** {@return the first of some tasks: what is over due, then what is expected to bring most} */
    List<TaskCard> inOrder(List<Task> tasks, String caller, Instant now, int most) {
        Map<Integer, Scored> scores = scores(tasks);
        List<Task> first = tasks.stream()
                .sorted(Comparator.comparing((Task task) -> !task.dueAt().isBefore(now))
                        .thenComparing(task -> worth(task, scores), Worth.MOST_FIRST)
                        .thenComparing(Task::dueAt))
                .limit(most)
                .toList();
        return cards(first, scores, caller, now);
    }

    /** {@return tasks as they are} */
    List<TaskCard> cards(List<Task> tasks, String caller, Instant now) {
        return cards(tasks, scores(tasks), caller, now);
    }

    private record Worth(Place place, double amount) {
        static final Comparator<Worth> MOST_FIRST = Comparator.comparing(
                        (Worth worth) -> worth.place().by())
                .thenComparing(Comparator.comparingDouble(Worth::amount).reversed());
    }

    private Worth worth(Task task, Map<Integer, Scored> scores) {
        Scored scored = scores.getOrDefault(task.memberNo(), Scored.NOT);
        if (scored.spend() != null) {
            Double chance = chances.of(task);
            return new Worth(
                    new Place(By.EXPECTED, scored.spend(), chance), scored.spend() * (chance == null ? 1 : chance));
        }
        return scored.value() == null
                ? new Worth(new Place(By.DUE, null, null), 0)
                : new Worth(new Place(By.VALUE, null, null), scored.value());
    }

    private static List<Integer> members(List<Task> tasks) {
        return tasks.stream().map(Task::memberNo).distinct().toList();
    }

    private Map<Integer, Scored> scores(List<Task> tasks) {
        Map<Integer, Scored> scores = new HashMap<>();
        if (!tasks.isEmpty()) {
            mart.sql().sql(SCORES).param("numbers", members(tasks).toString()).query(row -> {
                scores.put(
                        row.getInt("member_no"),
                        new Scored(
                                number(row, "value"),
                                row.getString("stage"),
                                row.getString("level"),
                                row.getObject("last_order_day", LocalDate.class),
                                number(row, "spend")));
            });
        }
        return scores;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private List<TaskCard> cards(List<Task> tasks, Map<Integer, Scored> scores, String caller, Instant now) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Integer> members = members(tasks);
        Map<Integer, List<Trait>> traits = identities.traitsOf(members);
        Set<Integer> sendable = sendable(members, caller);
        OwnWords own = words.getIfAvailable();
        Map<Integer, Instant> last = own == null ? Map.of() : own.lastSaid(members);
        Map<String, Became> became = own == null
                ? Map.of()
                : own.became(tasks.stream()
                        .filter(task -> task.saidBy() == Task.SaidBy.WECOM)
                        .map(task -> key(task.id()))
                        .toList());
        return tasks.stream()
                .map(task -> {
                    Scored score = scores.getOrDefault(task.memberNo(), Scored.NOT);
                    String name = name(traits.getOrDefault(task.memberNo(), List.of()));
                    Became sent = became.get(key(task.id()));
                    return new TaskCard(
                            task.shown(text -> masked(text, name)),
                            masking.name(name),
                            score.value(),
                            score.stage(),
                            score.level(),
                            score.lastOrder(),
                            last.get(task.memberNo()),
                            task.outcome() == null && task.dueAt().isBefore(now),
                            worth(task, scores).place(),
                            task.outcome() == null && sendable.contains(task.memberNo()),
                            sent == null ? null : new Sent(sent.state(), sent.reason(), sent.deliveredAt()));
                })
                .toList();
    }

    private String masked(String text, @Nullable String name) {
        return masking.text(name == null ? text : text.replace(name, Objects.requireNonNull(masking.name(name))));
    }

    /** {@return words that somebody wrote who may not see the member's name, with the name in its place} */
    String spoken(String text, int memberNo) {
        String name = name(identities.traitsOf(List.of(memberNo)).getOrDefault(memberNo, List.of()));
        return name == null ? text : text.replace(Objects.requireNonNull(masking.name(name)), name);
    }

    /** {@return those of some members to whom somebody may send from here} */
    Set<Integer> sendable(List<Integer> members, String caller) {
        GuideContacts own = contacts.getIfAvailable();
        OwnWords said = words.getIfAvailable();
        return own == null || said == null || !said.ready(own.channel()) ? Set.of() : own.aloneWith(caller, members);
    }

    private @Nullable String name(List<Trait> traits) {
        for (Trait trait : traits) {
            if (trait.name().equals("name")) {
                JsonNode value = json.readTree(trait.value());
                return value.isString() && !value.asString().isBlank() ? value.asString() : null;
            }
        }
        return null;
    }
}
