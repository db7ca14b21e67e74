package io.guanxi.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.audience.AudienceChange;
import io.guanxi.journey.engine.SmallBrand.Happening;
import io.guanxi.journey.graph.Graph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.roaringbitmap.RoaringBitmap;

/**
 * The engine and the interpreter agree, on where members are and on what was done to them, and how often: random journeys, random histories, also where transactions die half way.
 */
class EnginePropertiesTest {

    private static final List<String> TEXTS =
            List.of("", ",\"text\":\"1\"", ",\"text\":\" YES! \"", ",\"text\":\"２。\"", ",\"text\":\"21\"");
    private static final int MEMBERS = 8;
    private static final int HOURS = 40;
    private static final List<String> ZONES = List.of(
            "Asia/Tokyo",
            "America/New_York",
            "Pacific/Kiritimati",
            "+05:30",
            "-03:30",
            "UTC+8",
            "Z",
            "Etc/GMT+7",
            "nowhere",
            "");
    private static final Instant BEGIN = Instant.parse("2026-02-27T10:00:00Z");

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theEngineMovesEveryMemberAsTheInterpreterDoes(@ForAll long seed) {
        Random dice = new Random(seed);
        SmallBrand brand = new SmallBrand(BEGIN);
        live(seed, dice, brand, brand.engine(1 + dice.nextInt(20)));
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whatDiesBeforeItsCommitIsDoneOnceInTheEnd(@ForAll long seed) {
        Random dice = new Random(seed);
        SmallBrand brand = new SmallBrand(BEGIN);
        live(seed, dice, brand, brand.dyingEngine(1 + dice.nextInt(20), new Random(seed + 1)));
    }

    private static void live(long seed, Random dice, SmallBrand brand, JourneyEngine engine) {
        Interpreter interpreter = new Interpreter(brand.audiences);
        RandomJourney random = new RandomJourney(dice);
        Graph first = random.draw(true);
        Graph second = random.draw(false);
        brand.publish(1, first);
        brand.publish(2, second);
        interpreter.journey(1, first);
        interpreter.journey(2, second);
        for (int member = 1; member <= MEMBERS; member++) {
            if (dice.nextBoolean()) {
                String birthday = dice.nextInt(4) == 0
                        ? "unknown"
                        : (1980 + dice.nextInt(47)) + "-0" + (2 + dice.nextInt(2)) + "-0" + (1 + dice.nextInt(9));
                brand.trait(member, "birthday", birthday);
                interpreter.birthday(member, birthday);
            }
            if (dice.nextBoolean()) {
                String zone = ZONES.get(dice.nextInt(ZONES.size()));
                brand.trait(member, "timezone", zone);
                interpreter.zone(member, zone);
            }
        }
        Instant now = BEGIN;
        for (int hour = 0; hour < HOURS; hour++) {
            now = now.plus(Duration.ofHours(dice.nextInt(10) == 0 ? 1 + dice.nextInt(12) : 1));
            brand.at(now);
            interpreter.at(now);
            // Who is in an audience is known before its change is told, in the engine as here.
            List<AudienceChange> changes = changes(dice, brand);
            for (Happening it : happenings(dice)) {
                brand.happens(it.member(), it.event(), it.object(), it.properties());
                interpreter.happens(it);
            }
            for (AudienceChange change : changes) {
                brand.changes(change);
                interpreter.changes(change);
            }
            interpreter.timers();
            brand.settle(engine);
            if (hour % 20 == 19) {
                assertThat(brand.instances())
                        .as("seed %d after %d hours", seed, hour)
                        .isEqualTo(interpreter.instances());
                assertThat(brand.effects())
                        .as("effects of seed %d after %d hours", seed, hour)
                        .isEqualTo(interpreter.effects());
            }
        }
        assertThat(brand.wrongCounts()).as("seed %d", seed).isEmpty();
    }

    private static List<Happening> happenings(Random dice) {
        List<Happening> all = new ArrayList<>();
        int many = dice.nextInt(3) > 0 ? 0 : dice.nextInt(10);
        for (int i = 0; i < many; i++) {
            all.add(new Happening(
                    1 + dice.nextInt(MEMBERS),
                    List.of("A", "B", "C", "D", "Message Replied").get(dice.nextInt(5)),
                    List.of("tea", "milk", "1").get(dice.nextInt(3)),
                    "{\"x\":\"%d\",\"y\":%d%s}"
                            .formatted(1 + dice.nextInt(3), dice.nextInt(4), TEXTS.get(dice.nextInt(TEXTS.size())))));
        }
        return all;
    }

    private static List<AudienceChange> changes(Random dice, SmallBrand brand) {
        if (dice.nextInt(6) > 0) {
            return List.of();
        }
        long audience = 1 + dice.nextInt(2);
        RoaringBitmap before = brand.audiences.getOrDefault(audience, new RoaringBitmap());
        RoaringBitmap after = new RoaringBitmap();
        for (int member = 1; member <= MEMBERS; member++) {
            if (dice.nextBoolean()) {
                after.add(member);
            }
        }
        brand.audiences.put(audience, after);
        return List.of(new AudienceChange(
                1, audience, 1, brand.now(), RoaringBitmap.andNot(after, before), RoaringBitmap.andNot(before, after)));
    }
}
