package io.guanxi.simulator.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Content: few write, more react, some pass it on. What the talented write is met more often, for two weeks. */
final class Writing {
    private static final int FRESH_DAYS = 14;
    private static final String[] PLATFORMS = {"小红书", "视频号", "朋友圈", "抖音"};

    private record Piece(int word, double pull) {}

    private final Words words;
    private final ArrayDeque<List<Piece>> fresh = new ArrayDeque<>();
    private final List<Piece> read = new ArrayList<>();
    private double[] pulls = new double[0];
    private final int[] reactions;
    private final int[] shares;
    private int pieces;

    Writing(Words words) {
        this.words = words;
        reactions = new int[] {
            words.of("{\"action\":\"like\"}"), words.of("{\"action\":\"comment\"}"), words.of("{\"action\":\"save\"}")
        };
        shares = new int[] {
            words.of("{\"to\":\"moments\"}"), words.of("{\"to\":\"group\"}"), words.of("{\"to\":\"friend\"}")
        };
    }

    /** A day begins: the brand itself puts out two pieces, the oldest are no longer met. */
    void begin() {
        List<Piece> today = new ArrayList<>();
        today.add(new Piece(words.once(name("brand")), 0.9));
        today.add(new Piece(words.once(name("brand")), 0.9));
        fresh.addLast(today);
        if (fresh.size() > FRESH_DAYS) {
            fresh.removeFirst();
        }
        read.clear();
        fresh.forEach(read::addAll);
        pulls = Dice.cumulative(read.stream().mapToDouble(Piece::pull).toArray());
    }

    private String name(String kind) {
        return "%s-%05d".formatted(kind, ++pieces);
    }

    void write(Person person, int today, Day day) {
        Dice dice = person.dice();
        double talent = person.traits().writingTalent();
        int count = dice.poisson(0.55 * Math.pow(talent, 3) * (0.25 + 0.75 * person.attention()));
        for (int i = 0; i < count; i++) {
            int word = words.once(name("note"));
            fresh.getLast().add(new Piece(word, talent * talent * dice.between(0.3, 2)));
            int properties = words.of(
                    """
                    {"platform":"%s","form":"%s"}""".formatted(PLATFORMS[dice.below(PLATFORMS.length)], dice.chance(0.3) ? "video" : "note"));
            day.add(Deed.CONTENT_PUBLISHED, person, Sign.UNIONID.bit(), person.awake(today, Rhythm.talkingSecond(dice)))
                    .about(word)
                    .with(properties);
            person.stir(0.05);
        }
    }

    /** Reads during a visit; the sociable react and share. */
    void read(Person person, double second, Day day) {
        Dice dice = person.dice();
        double openness = person.traits().sociability();
        int met = dice.poisson(0.5 + 1.6 * openness);
        for (int i = 0; i < met; i++) {
            Piece piece = read.get(dice.pick(pulls));
            second += dice.between(20, 200);
            day.add(Deed.CONTENT_ENGAGED, person, Sign.UNIONID.bit(), second)
                    .about(piece.word())
                    .with(reactions[dice.below(reactions.length)]);
            if (dice.chance(0.22 * openness)) {
                day.add(Deed.CONTENT_SHARED, person, Sign.UNIONID.bit(), second + dice.between(3, 30))
                        .about(piece.word())
                        .with(shares[dice.below(shares.length)]);
            }
        }
    }
}
