package io.guanxi.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceChange;
import io.guanxi.audience.expression.EventMatch;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.audience.expression.Expression;
import io.guanxi.journey.engine.SmallBrand.Happening;
import io.guanxi.journey.graph.Entry;
import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.graph.Outcome;
import io.guanxi.journey.graph.Until;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a journey means, member by member and step by step, in plain Java: what the engine must agree with. */
final class Interpreter {

    private static final String UNSAID = " unsaid";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Long, Graph> journeys = new TreeMap<>();
    private final Map<Integer, String> birthdays = new HashMap<>();
    private final Map<Integer, String> zones = new HashMap<>();
    private final Map<Long, RoaringBitmap> audiences;
    private final List<Instance> instances = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> tags = new HashSet<>();
    private Instant now = Instant.EPOCH;

    /** One member's way through one journey. */
    private static final class Instance {
        final long journey;
        final int member;
        final String key;
        final Instant enteredAt;
        final @Nullable Instance parent;
        final List<String> history = new ArrayList<>();
        final List<String> said = new ArrayList<>();
        Instant at;

        @Nullable
        String node;

        String last;

        @Nullable
        Instant due;

        @Nullable
        Instant goalAt;

        @Nullable
        Instant endedAt;

        @Nullable
        String outcome;

        @Nullable
        String reply;

        boolean arriving;

        Instance(long journey, int member, String key, Instant at, String start, @Nullable Instance parent) {
            this.journey = journey;
            this.member = member;
            this.key = key;
            this.enteredAt = at;
            this.at = at;
            this.node = start;
            this.last = start;
            this.parent = parent;
        }

        boolean lives() {
            return endedAt == null;
        }
    }

    Interpreter(Map<Long, RoaringBitmap> audiences) {
        this.audiences = audiences;
    }

    void journey(long number, Graph graph) {
        journeys.put(number, graph);
    }

    void birthday(int member, String day) {
        birthdays.put(member, day);
    }

    void zone(int member, String said) {
        zones.put(member, said);
    }

    void at(Instant instant) {
        now = instant;
    }

    void happens(Happening it) {
        instances.stream()
                .filter(instance -> instance.member == it.member() && leavesBy(graph(instance), it))
                .forEach(Interpreter::unsay);
        for (Instance instance : livingOf(it.member())) {
            Graph graph = graph(instance);
            if (graph.goal() != null && matches(graph.goal().event(), it)) {
                instance.goalAt = instance.goalAt == null ? now : instance.goalAt;
                if (graph.goal().exits()) {
                    end(instance, now, Outcome.GOAL);
                }
            }
        }
        for (Instance instance : livingOf(it.member())) {
            if (graph(instance).exitWhen().stream()
                    .anyMatch(rule -> rule instanceof Graph.ExitByEvent(EventMatch event) && matches(event, it))) {
                end(instance, now, Outcome.LEFT);
            }
        }
        if (it.event().equals("Message Replied")) {
            livingOf(it.member()).forEach(instance -> instance.reply = text(it));
        }
        for (Instance instance : livingOf(it.member())) {
            if (!instance.arriving
                    && node(instance) instanceof Node.Wait wait
                    && wait.until() instanceof Until.Event waited
                    && matches(waited.event(), it)
                    && concerns(waited, it, instance.key)) {
                instance.at = now;
                pass(instance, Outcome.PASSED);
                walk(instance);
            }
        }
        journeys.forEach((number, graph) -> {
            if (graph.entry() instanceof Entry.ByEvent entry && matches(entry.event(), it)) {
                String key = entry.keyProperty() == null
                        ? ""
                        : properties(it).path(entry.keyProperty()).asString(null);
                if (key != null && may(number, it.member(), key)) {
                    Instance instance = new Instance(number, it.member(), key, now, graph.start(), null);
                    instance.reply = it.event().equals("Message Replied") ? text(it) : null;
                    instances.add(instance);
                    walk(instance);
                }
            }
        });
    }

    private static boolean concerns(Until.Event waited, Happening it, String key) {
        return (waited.keyProperty() == null
                        || key.equals(properties(it).path(waited.keyProperty()).asString(null)))
                && (waited.keyColumn() == null || key.equals(it.object()));
    }

    private static boolean leavesBy(Graph graph, Happening it) {
        Graph.Goal goal = graph.goal();
        return (goal != null && goal.exits() && matches(goal.event(), it))
                || graph.exitWhen().stream()
                        .anyMatch(rule -> rule instanceof Graph.ExitByEvent(EventMatch event) && matches(event, it));
    }

    void changes(AudienceChange change) {
        journeys.forEach((number, graph) -> {
            for (Graph.ExitRule rule : graph.exitWhen()) {
                if (rule instanceof Graph.ExitByAudience(long audience, var how) && audience == change.audience()) {
                    RoaringBitmap who = how == Entry.Change.ENTERED ? change.entered() : change.left();
                    instances.stream()
                            .filter(it -> it.journey == number && who.contains(it.member))
                            .forEach(Interpreter::unsay);
                    instances.stream()
                            .filter(it -> it.lives() && it.journey == number && who.contains(it.member))
                            .toList()
                            .forEach(it -> end(it, now, Outcome.LEFT));
                }
            }
            if (graph.entry() instanceof Entry.ByAudience entry && entry.audience() == change.audience()) {
                RoaringBitmap who = entry.change() == Entry.Change.ENTERED ? change.entered() : change.left();
                who.forEach((int member) -> enter(number, member, null));
            }
        });
    }

    /** Does all that is due, and what comes of it. */
    void timers() {
        boolean some = true;
        while (some) {
            some = false;
            for (Instance instance : List.copyOf(instances)) {
                Instant due = instance.due;
                if (instance.lives() && due != null && !due.isAfter(now)) {
                    some = true;
                    instance.at = Duration.between(due, now).compareTo(Duration.ofMinutes(5)) <= 0 ? due : now;
                    instance.due = null;
                    if (!instance.arriving) {
                        leave(instance);
                    }
                    instance.arriving = false;
                    walk(instance);
                }
            }
        }
    }

    private void leave(Instance instance) {
        boolean waitedInVain = node(instance) instanceof Node.Wait wait && wait.until() instanceof Until.Event;
        pass(instance, waitedInVain ? Outcome.MISSED : Outcome.PASSED);
    }

    private void walk(Instance instance) {
        while (instance.node != null && instance.lives()) {
            switch (node(instance)) {
                case Node.Wait wait -> {
                    Instant due = due(instance, wait.until());
                    if (due == null) {
                        pass(instance, Outcome.MISSED);
                    } else if (due.isAfter(now)) {
                        instance.due = due;
                        return;
                    } else {
                        instance.at = due.isAfter(instance.at) ? due : instance.at;
                        leave(instance);
                    }
                }
                case Node.Branch branch -> {
                    long audience = ((Expression.InAudience) branch.audience()).id();
                    boolean in = audiences
                            .getOrDefault(audience, new RoaringBitmap())
                            .contains(instance.member);
                    pass(instance, in ? Outcome.YES : Outcome.NO);
                }
                case Node.Reply reply -> {
                    String said = instance.reply == null ? "" : instance.reply;
                    int arm =
                            switch (said) {
                                case "1", " YES! " -> 0;
                                case "２。" -> 1;
                                default -> -1;
                            };
                    assertThat(reply.answers()).hasSize(2);
                    pass(instance, arm < 0 ? Outcome.OTHERWISE : Outcome.answer(arm));
                }
                case Node.Split split -> pass(instance, Outcome.arm(arm(split, instance.member)));
                case Node.Trial trial ->
                    pass(
                            instance,
                            SmallBrand.armOf(instance.member)
                                    .map(arm -> Outcome.arm(trial.arms().stream()
                                            .map(Node.TrialArm::arm)
                                            .toList()
                                            .indexOf(arm)))
                                    .orElse(Outcome.OUTSIDE));
                case Node.SubJourney sub -> {
                    boolean entered = journeys.containsKey(sub.journey())
                            && enter(sub.journey(), instance.member, sub.await() ? instance : null);
                    if (entered && sub.await()) {
                        instance.due = null;
                        return;
                    }
                    pass(instance, Outcome.PASSED);
                }
                case Node.ReachGoal _ -> {
                    instance.goalAt = instance.goalAt == null ? instance.at : instance.goalAt;
                    pass(instance, Outcome.PASSED);
                }
                case Node.Message message -> {
                    instance.said.add(effect("message", instance, "template " + message.template()));
                    pass(instance, Outcome.PASSED);
                }
                case Node.Tagging tagging -> {
                    tags.add("tag %d %s %d %s"
                            .formatted(
                                    instance.journey,
                                    instance.last,
                                    instance.member,
                                    tagging.add() + " " + tagging.remove()));
                    pass(instance, Outcome.PASSED);
                }
                case Node.Points points -> {
                    done.add(effect("points", instance, Integer.toString(points.points())));
                    pass(instance, Outcome.PASSED);
                }
                case Node.Webhook webhook -> {
                    done.add(effect("call", instance, webhook.url()));
                    pass(instance, Outcome.PASSED);
                }
                case Node.Exit _ -> end(instance, instance.at, Outcome.PASSED, Outcome.COMPLETED);
            }
        }
    }

    private static String effect(String kind, Instance instance, String what) {
        return "%s %d %s %d %s at %d"
                .formatted(kind, instance.journey, instance.last, instance.member, what, instance.at.getEpochSecond());
    }

    /** Who left hears nothing that still waits, nor who had come to the end before. */
    private static void unsay(Instance instance) {
        instance.said.replaceAll(said -> said.endsWith(UNSAID) ? said : said + UNSAID);
    }

    /** {@return what was done to members, in words, sorted} */
    List<String> effects() {
        return Stream.of(done.stream(), tags.stream(), instances.stream().flatMap(instance -> instance.said.stream()))
                .flatMap(all -> all)
                .sorted()
                .toList();
    }

    private static String text(Happening it) {
        return properties(it).path("text").asString("");
    }

    private static int arm(Node.Split split, int member) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((split.salt() + ":" + member).getBytes(StandardCharsets.UTF_8));
            long first = ((digest[0] & 0xffL) << 24)
                    | ((digest[1] & 0xffL) << 16)
                    | ((digest[2] & 0xffL) << 8)
                    | (digest[3] & 0xffL);
            double place = first * 100.0 / 4294967296.0;
            int sum = 0;
            for (int i = 0; i < split.arms().size() - 1; i++) {
                sum += split.arms().get(i).percent();
                if (place < sum) {
                    return i;
                }
            }
            return split.arms().size() - 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Instant due(Instance instance, Until until) {
        return switch (until) {
            case Until.Span span -> instance.at.plus(span.length());
            case Until.Event event -> instance.at.plus(event.within().length());
            case Until.Day day ->
                instance.enteredAt
                        .atZone(zone(instance))
                        .toLocalDate()
                        .plusDays(day.day())
                        .atTime(day.at())
                        .atZone(zone(instance))
                        .toInstant();
            case Until.Time time -> {
                ZonedDateTime at = instance.at.atZone(zone(instance));
                ZonedDateTime today = at.toLocalDate().atTime(time.at()).atZone(zone(instance));
                yield (today.isAfter(at) ? today : today.plusDays(1)).toInstant();
            }
            case Until.Date date -> date(instance, date);
        };
    }

    private @Nullable Instant date(Instance instance, Until.Date date) {
        String said = birthdays.get(instance.member);
        if (said == null || !said.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return null;
        }
        LocalDate day = LocalDate.parse(said.substring(0, 10));
        int years = instance.at.atZone(java.time.ZoneOffset.UTC).getYear() - day.getYear();
        Stream<LocalDate> days = date.yearly()
                ? Stream.iterate(years - 1, y -> y <= years + 2, y -> y + 1).map(day::plusYears)
                : Stream.of(day);
        return days.map(it -> it.plusDays(date.days())
                        .atTime(date.at())
                        .atZone(zone(instance))
                        .toInstant())
                .filter(it -> it.isAfter(instance.at))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private ZoneId zone(Instance instance) {
        try {
            return ZoneId.of(zones.getOrDefault(instance.member, ""));
        } catch (DateTimeException noZone) {
            return SmallBrand.ZONE;
        }
    }

    private boolean enter(long journey, int member, @Nullable Instance parent) {
        if (!may(journey, member, "")) {
            return false;
        }
        Instant at = parent == null ? now : parent.at;
        Instance instance = new Instance(journey, member, "", at, graph(journey).start(), parent);
        instance.due = now;
        instance.arriving = true;
        instances.add(instance);
        return true;
    }

    private boolean may(long journey, int member, String key) {
        return instances.stream()
                .filter(it -> it.journey == journey && it.member == member && it.key.equals(key))
                .noneMatch(it -> it.lives()
                        || switch (graph(journey).reentry()) {
                            case Graph.Never _ -> true;
                            case Graph.Always _ -> false;
                            case Graph.After(int days) -> it.enteredAt.isAfter(now.minus(Duration.ofDays(days)));
                        });
    }

    private void pass(Instance instance, String outcome) {
        String next = node(instance).ways().stream()
                .filter(way -> way.outcome().equals(outcome))
                .findFirst()
                .orElseThrow()
                .next();
        if (next == null) {
            end(instance, instance.at, outcome, Outcome.COMPLETED);
        } else {
            note(instance, instance.at, outcome);
            instance.node = next;
            instance.last = next;
            instance.due = null;
        }
    }

    private void end(Instance instance, Instant at, String outcome) {
        end(instance, at, outcome, outcome);
    }

    private void end(Instance instance, Instant at, String passed, String outcome) {
        note(instance, at, passed);
        instance.node = null;
        instance.due = null;
        instance.arriving = instance.arriving && !passed.isEmpty() && outcome.equals(passed);
        instance.endedAt = at;
        instance.outcome = outcome;
        Instance parent = instance.parent;
        if (parent != null && parent.lives() && parent.due == null) {
            parent.due = now;
        }
    }

    private static void note(Instance instance, Instant at, String outcome) {
        instance.history.add(" %d %s %s".formatted(at.getEpochSecond(), instance.last, outcome));
    }

    private List<Instance> livingOf(int member) {
        return instances.stream()
                .filter(it -> it.lives() && it.member == member)
                .toList();
    }

    private Graph graph(Instance instance) {
        return graph(instance.journey);
    }

    private Graph graph(long journey) {
        return Objects.requireNonNull(journeys.get(journey));
    }

    private Node node(Instance instance) {
        return graph(instance).node(Objects.requireNonNull(instance.node)).orElseThrow();
    }

    private static boolean matches(EventMatch event, Happening it) {
        return Objects.equals(event.name(), it.event())
                && event.where().stream().allMatch(condition -> condition.is().holdsFor(value(condition, it)));
    }

    private static @Nullable String value(Condition condition, Happening it) {
        return condition.column() == EventMatch.Column.OBJECT
                ? it.object()
                : properties(it).path(condition.property()).asString(null);
    }

    private static JsonNode properties(Happening it) {
        return JSON.readTree(it.properties());
    }

    List<String> instances() {
        return instances.stream()
                .map(it -> "%d %d/%s entered %d at %s due %s%s goal %s ended %s %s:%s"
                        .formatted(
                                it.journey,
                                it.member,
                                it.key,
                                it.enteredAt.getEpochSecond(),
                                it.last,
                                second(it.due),
                                it.arriving ? " arriving" : "",
                                second(it.goalAt),
                                second(it.endedAt),
                                it.outcome == null ? "-" : it.outcome,
                                String.join("", it.history)))
                .sorted()
                .toList();
    }

    private static String second(@Nullable Instant instant) {
        return instant == null ? "-" : Long.toString(instant.getEpochSecond());
    }
}
