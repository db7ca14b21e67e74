package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A group chat. Talk fades with the group's age and with a crowd; most groups are at their best in the first three months,
 * one in six stays lively for a year or more.
 */
public final class Community {
    /** A group takes nobody in through its code beyond this size. */
    static final int FULL = 200;

    private static final String[] THEMES = {"护肤闺蜜", "彩妆研究所", "洗护优选", "宝妈互助", "鲜生活", "零食研究社", "早餐奶吧", "厨房达人"};

    private final int index;
    private final ProductGroup theme;
    private final int guide;
    private final int opened;
    private final boolean lively;
    private final double spirit;
    private final double halfLife;
    private final List<Person> members = new ArrayList<>();
    private double mood;

    Community(World world, int index) {
        Dice dice = new Dice(world.seed(), -10_000 - index);
        this.index = index;
        this.theme = ProductGroup.values()[index % ProductGroup.values().length];
        this.guide = index % world.guides();
        this.opened = (int) (Math.pow((double) index / world.communities(), 1.1) * world.days() * 0.85);
        this.lively = index % 6 == 4;
        this.spirit = dice.between(0.7, 1.4);
        this.halfLife = lively ? dice.between(300, 500) : dice.logNormal(42, 0.35);
    }

    /** Index of the group, from 0. */
    public int index() {
        return index;
    }

    /** The group's name, which is also its key. */
    public String name() {
        return "%s%02d群".formatted(THEMES[theme.ordinal()], index + 1);
    }

    /** What the group is about. */
    public ProductGroup theme() {
        return theme;
    }

    /** Index of the guide who owns the group. */
    public int guide() {
        return guide;
    }

    /** The day on which the group was opened. */
    public int opened() {
        return opened;
    }

    /** Whether the group is one of those which do not fade. */
    public boolean lively() {
        return lively;
    }

    boolean open(int day) {
        return day >= opened && members.size() < FULL;
    }

    List<Person> members() {
        return members;
    }

    /** Messages a talkative, attentive member writes on an ordinary day: fixed for the day when it begins. */
    void begin(int day) {
        if (day < opened) {
            mood = 0;
            return;
        }
        double fading = Math.pow(0.5, Math.max(0, day - opened - 20) / halfLife);
        double crowd = 1 / (1 + Math.pow(members.size() / 260.0, 3));
        mood = spirit * fading * crowd;
    }

    /** How much talk is in the air today, about 1 in a young group. */
    double mood() {
        return mood;
    }
}
