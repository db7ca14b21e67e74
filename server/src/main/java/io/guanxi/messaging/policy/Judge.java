package io.guanxi.messaging.policy;

import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.Holdouts;
import io.guanxi.messaging.policy.Known.Members;
import io.guanxi.messaging.policy.Past.Occasion;
import io.guanxi.messaging.policy.Rule.Then;
import io.guanxi.messaging.policy.Verdict.Delayed;
import io.guanxi.messaging.policy.Verdict.Passed;
import io.guanxi.messaging.policy.Verdict.Suppressed;
import io.guanxi.platform.Brand;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Judges a batch of due messages by the rules, in their order. A rule costs one statement a batch, or none. Only one batch is
 * judged at a time, in all servers: what one lets pass the next one counts.
 */
@Component
public class Judge {

    private static final Verdict PASSED = new Passed();

    private final Past past;
    private final GlobalHoldout global;
    private final Holdouts holdouts;
    private final Brand brand;

    Judge(Past past, GlobalHoldout global, Holdouts holdouts, Brand brand) {
        this.past = past;
        this.global = global;
        this.holdouts = holdouts;
        this.brand = brand;
    }

    /**
     * {@return what is said of each message, in their order}
     *
     * @param batch messages that are due, of one channel
     * @param members what is known of their members
     * @param addressedBy kinds of identifiers that are addresses of the channel
     * @param ready names of the channels that are set up, the batch's among them
     * @param rules the policy
     * @param now when
     */
    public List<Verdict> judge(
            List<Due> batch,
            Members members,
            List<String> addressedBy,
            Set<String> ready,
            List<Rule> rules,
            Instant now) {
        Judging judging = new Judging(batch, members, ready, now);
        judging.always(addressedBy);
        for (Rule rule : rules) {
            List<Integer> asked = judging.asked(rule);
            if (!asked.isEmpty()) {
                switch (rule) {
                    case Rule.Consent consent -> judging.consent(consent, asked);
                    case Rule.QuietHours quiet -> judging.quiet(quiet, asked);
                    case Rule.FrequencyCap cap -> judging.cap(cap, asked);
                    case Rule.Holdout holdout -> judging.holdout(holdout, asked);
                    case Rule.Yield yield -> judging.yield(yield, asked);
                }
            }
        }
        judging.keepBack(holdouts.running(Kind.TEMPLATE));
        return judging.verdicts();
    }

    private final class Judging {
        private final List<Due> batch;
        private final Members members;
        private final Set<String> ready;
        private final Instant now;
        private final Verdict[] verdicts;

        Judging(List<Due> batch, Members members, Set<String> ready, Instant now) {
            this.batch = batch;
            this.members = members;
            this.ready = ready;
            this.now = now;
            this.verdicts = new Verdict[batch.size()];
            java.util.Arrays.fill(verdicts, PASSED);
        }

        List<Verdict> verdicts() {
            return List.of(verdicts);
        }

        /** What no policy can change: who is gone, what is too late, who has no address or is blocked. */
        void always(List<String> addressedBy) {
            Set<Past.Blocked> blocked = past.blocked(members.numbers());
            for (int i = 0; i < batch.size(); i++) {
                Due due = batch.get(i);
                Integer member = members.survivors().get(due.memberNo());
                Instant expires = due.expiresAt();
                if (member == null) {
                    verdicts[i] = new Suppressed(Reason.GONE, "");
                } else if (expires != null && !expires.isAfter(now)) {
                    verdicts[i] = new Suppressed(Reason.EXPIRED, "");
                } else {
                    String address = members.address(member, addressedBy);
                    if (!addressedBy.isEmpty() && address == null) {
                        verdicts[i] = new Suppressed(Reason.NO_ADDRESS, "");
                    } else if (blocked.contains(new Past.Blocked(member, due.channel(), null))
                            || blocked.contains(new Past.Blocked(member, due.channel(), address))) {
                        verdicts[i] = new Suppressed(Reason.BLOCKED, "");
                    }
                }
            }
        }

        List<Integer> asked(Rule rule) {
            List<Integer> asked = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                Due due = batch.get(i);
                if (verdicts[i] == PASSED && rule.applies().to(due.channel(), due.category())) {
                    asked.add(i);
                }
            }
            return asked;
        }

        void consent(Rule.Consent rule, List<Integer> asked) {
            for (int i : asked) {
                Boolean granted = members.consents()
                        .getOrDefault(member(i), Map.of())
                        .get(batch.get(i).channel());
                if (Boolean.FALSE.equals(granted)) {
                    verdicts[i] = new Suppressed(Reason.CONSENT_REFUSED, rule.name());
                } else if (granted == null && rule.mustBeGiven()) {
                    verdicts[i] = new Suppressed(Reason.NO_CONSENT, rule.name());
                }
            }
        }

        void holdout(Rule.Holdout rule, List<Integer> asked) {
            RoaringBitmap members = new RoaringBitmap();
            asked.forEach(i -> members.add(member(i)));
            RoaringBitmap held = global.heldOut(members);
            for (int i : asked) {
                if (held.contains(member(i))) {
                    verdicts[i] = new Suppressed(Reason.HOLDOUT, rule.name());
                }
            }
        }

        /** Last of all: exposed is who would be told now. */
        void keepBack(Set<Long> templates) {
            for (long template : templates) {
                List<Integer> asked = new ArrayList<>();
                RoaringBitmap members = new RoaringBitmap();
                for (int i = 0; i < batch.size(); i++) {
                    if (verdicts[i] == PASSED && batch.get(i).templateId() == template) {
                        asked.add(i);
                        members.add(member(i));
                    }
                }
                RoaringBitmap admitted = holdouts.admit(new HoldoutSubject(Kind.TEMPLATE, template), members, now);
                for (int i : asked) {
                    if (!admitted.contains(member(i))) {
                        verdicts[i] = new Suppressed(Reason.KEPT_BACK, "");
                    }
                }
            }
        }

        void quiet(Rule.QuietHours rule, List<Integer> asked) {
            Night night = new Night(LocalTime.parse(rule.from()), LocalTime.parse(rule.to()));
            Map<ZoneId, Verdict> byZone = new HashMap<>();
            for (int i : asked) {
                ZoneId zone =
                        zone(members.traits().getOrDefault(member(i), Map.of()).get("timezone"));
                verdicts[i] = byZone.computeIfAbsent(zone, it -> {
                    Instant morning = night.end(now.atZone(it));
                    return morning == null ? PASSED : otherwise(rule.then(), Reason.QUIET_HOURS, rule.name(), morning);
                });
            }
        }

        void cap(Rule.FrequencyCap rule, List<Integer> asked) {
            Duration window = Duration.ofHours(rule.hours());
            Map<Integer, List<Occasion>> got =
                    past.latest(numbersOf(asked), rule.applies(), now.minus(window), rule.most() + 1);
            asked.sort(byPriority());
            for (int i : asked) {
                Due due = batch.get(i);
                List<Occasion> occasions = got.computeIfAbsent(member(i), _ -> new ArrayList<>());
                List<Instant> others = occasions.stream()
                        .filter(occasion -> occasion.messageId() != due.id())
                        .map(Occasion::at)
                        .sorted(Comparator.reverseOrder())
                        .toList();
                if (others.size() < rule.most()) {
                    occasions.add(new Occasion(due.id(), now));
                } else {
                    Instant room = rule.most() == 0
                            ? now.plus(window)
                            : others.get(rule.most() - 1).plus(window).plusMillis(1);
                    verdicts[i] = otherwise(rule.then(), Reason.FREQUENCY_CAP, rule.name(), room);
                }
            }
        }

        void yield(Rule.Yield rule, List<Integer> asked) {
            Duration within = Duration.ofMinutes(rule.minutes());
            Map<Integer, Integer> highest = past.highestPriority(numbersOf(asked), ready, now, within);
            for (int i : asked) {
                if (highest.getOrDefault(member(i), -1) > batch.get(i).priority()) {
                    verdicts[i] = new Delayed(Reason.YIELDED, rule.name(), now.plus(within));
                }
            }
        }

        /** {@return every number of the members asked about, with the live member} */
        private Map<Integer, Integer> numbersOf(List<Integer> asked) {
            Set<Integer> wanted = new java.util.HashSet<>();
            asked.forEach(i -> wanted.add(member(i)));
            Map<Integer, Integer> numbers = new HashMap<>();
            members.numbers().forEach((no, survivor) -> {
                if (wanted.contains(survivor)) {
                    numbers.put(no, survivor);
                }
            });
            return numbers;
        }

        private Comparator<Integer> byPriority() {
            return Comparator.<Integer>comparingInt(i -> -batch.get(i).priority())
                    .thenComparing(i -> batch.get(i).dueAt())
                    .thenComparing(i -> batch.get(i).id());
        }

        private int member(int i) {
            Due due = batch.get(i);
            return members.survivors().getOrDefault(due.memberNo(), due.memberNo());
        }
    }

    private ZoneId zone(@Nullable String name) {
        if (name == null) {
            return brand.zone();
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return brand.zone();
        }
    }

    private static Verdict otherwise(Then then, Reason reason, String rule, Instant until) {
        return switch (then) {
            case LATER -> new Delayed(reason, rule, until);
            case SKIP -> new Suppressed(reason, rule);
        };
    }

    /** Local times of a night, which may go over midnight. */
    record Night(LocalTime from, LocalTime to) {

        /** {@return when the night ends in which a moment lies, or null by day} */
        @Nullable
        Instant end(ZonedDateTime moment) {
            LocalTime time = moment.toLocalTime();
            boolean overMidnight = to.isBefore(from);
            boolean within = overMidnight
                    ? !time.isBefore(from) || time.isBefore(to)
                    : !time.isBefore(from) && time.isBefore(to);
            if (!within) {
                return null;
            }
            boolean tomorrow = overMidnight && !time.isBefore(from);
            return moment.toLocalDate()
                    .plusDays(tomorrow ? 1 : 0)
                    .atTime(to)
                    .atZone(moment.getZone())
                    .toInstant();
        }
    }
}
