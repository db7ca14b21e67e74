package io.guanxi.simulator.world;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing up, being brought along, joining groups and leaving them. */
final class Belonging {
    private final World world;
    private final Words words;
    private final List<Community> communities;

    Belonging(World world, Words words, List<Community> communities) {
        this.world = world;
        this.words = words;
        this.communities = communities;
    }

    /** The day of joining: sign-up, thanks to whoever brought the newcomer, often a first group. */
    void arrive(Person person, List<Person> people, int today, Day day) {
        Arrival arrival = person.arrival();
        int unknown = arrival.twofold() ? Sign.PHONE.bit() | Sign.CARD.bit() : 0;
        String guide = Profile.guide(world, arrival.guide());
        int properties = words.of("{\"channel\":\"%s\",\"guide\":\"%s\"}"
                .formatted(arrival.channel().key(), guide));
        day.add(Deed.SIGNED_UP, person, arrival.signs() & ~unknown, arrival.second())
                .with(properties);
        if (arrival.channel() == JoinChannel.REFERRAL) {
            host(person, people, today).ifPresent(host -> thank(host, person, day));
        }
        double inclined = 0.42 + 0.5 * Math.sqrt(person.traits().sociability());
        if (person.dice().chance(inclined)) {
            join(person, today, person.awake(today, arrival.second() + 600), day);
        }
    }

    /** Among eight acquaintances the one most given to bringing friends: sociable, loyal, still around. */
    private static Optional<Person> host(Person newcomer, List<Person> people, int today) {
        @Nullable Person best = null;
        double most = 0.02;
        for (int i = 0; i < 8; i++) {
            Person other = people.get(newcomer.dice().below(Math.max(1, newcomer.index())));
            if (other.arrival().stranger() || other.arrival().day() >= today) {
                continue;
            }
            double zeal = other.traits().sociability() * (0.3 + other.traits().loyalty()) * other.attention();
            if (zeal > most) {
                most = zeal;
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    private void thank(Person host, Person newcomer, Day day) {
        day.add(
                        Deed.INVITE_ACCEPTED,
                        host,
                        Sign.EXTERNAL_USERID.bit(),
                        newcomer.arrival().second() + 30)
                .about(words.once(Profile.key(world, Sign.EXTERNAL_USERID, newcomer.index())));
        host.stir(0.08);
    }

    /** A later day: WeCom account and till card are found to be one person; groups are joined or left. */
    void belong(Person person, int today, Day day) {
        Dice dice = person.dice();
        if (today == person.arrival().linked()) {
            int signs = Sign.EXTERNAL_USERID.bit() | person.arrival().signs() & (Sign.PHONE.bit() | Sign.CARD.bit());
            day.add(Deed.PHONE_BOUND, person, signs, Rhythm.shoppingSecond(dice));
        }
        if (!person.silent()
                && person.communities().size() < 3
                && dice.chance(0.004 * person.traits().sociability())) {
            join(person, today, Rhythm.talkingSecond(dice), day);
        }
        leave(person, day);
    }

    /** Takes the best of four open groups: about something needed, and young. */
    private void join(Person person, int today, double second, Day day) {
        Dice dice = person.dice();
        @Nullable Community best = null;
        double most = -1;
        for (int i = 0; i < 4; i++) {
            Community candidate = communities.get(dice.below(communities.size()));
            if (!candidate.open(today) || person.communities().contains(candidate)) {
                continue;
            }
            double youth = Math.exp(-(today - candidate.opened()) / 30.0);
            double appeal =
                    (person.traits().needs(candidate.theme()) ? 1 : 0.2) + 2 * youth + (candidate.lively() ? 0.4 : 0);
            if (appeal > most) {
                most = appeal;
                best = candidate;
            }
        }
        if (best != null) {
            person.communities().add(best);
            best.members().add(person);
            day.add(Deed.COMMUNITY_JOINED, person, Sign.EXTERNAL_USERID.bit(), second)
                    .in(best)
                    .with(guide(best));
        }
    }

    private static void leave(Person person, Day day) {
        Dice dice = person.dice();
        for (int i = person.communities().size() - 1; i >= 0; i--) {
            Community community = person.communities().get(i);
            if (dice.chance(0.0006 + 0.0025 * Math.max(0, 0.4 - community.mood()))) {
                person.communities().remove(i);
                community.members().remove(person);
                day.add(Deed.COMMUNITY_LEFT, person, Sign.EXTERNAL_USERID.bit(), Rhythm.talkingSecond(dice))
                        .in(community);
            }
        }
    }

    private int guide(Community community) {
        return words.of("{\"guide\":\"%s\"}".formatted(Profile.guide(world, community.guide())));
    }
}
