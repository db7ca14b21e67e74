package io.guanxi.simulator.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people answer what really reached them. These are the true effects: an experiment that measures them is right when it finds
 * them. Traits are as in {@code Traits}: sociability and loyalty from 0 to 1.
 *
 * <table>
 * <caption>Chances</caption>
 * <tr><td>reply, where it asks</td><td>0.15 + 0.6 · sociability, after 10 minutes to 20 hours</td></tr>
 * <tr><td>reply, where it does not</td><td>0.02 + 0.2 · sociability</td></tr>
 * <tr><td>open its link</td><td>0.10 + 0.4 · loyalty, after 2 minutes to 8 hours</td></tr>
 * <tr><td>order because of it</td><td>0.02 · (0.5 + loyalty), four times that where they replied; after 1 to 48 hours</td></tr>
 * </table>
 *
 * <p>Who gets nothing orders by {@link #spontaneous} alone: 0.01 · (0.5 + loyalty) a day.
 */
public final class TrueEffects {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/l/\\w+");
    private static final Pattern NEEDS_NONE = Pattern.compile("不必回复|无需回复|不用回复|[Nn]o need to (answer|reply)");
    private static final Pattern ASKS = Pattern.compile("[?？]|回复|留言|[Aa]nswer|[Rr]eply");

    private final long seed;

    /**
     * Effects with dice of their own.
     *
     * @param seed decides everybody's luck
     */
    public TrueEffects(long seed) {
        this.seed = seed;
    }

    /** The chance that a message is answered. */
    public static double reply(double sociability, boolean asks) {
        return asks ? 0.15 + 0.6 * sociability : 0.02 + 0.2 * sociability;
    }

    /** The chance that a message's link is opened. */
    public static double click(double loyalty) {
        return 0.10 + 0.4 * loyalty;
    }

    /** The chance that a message leads to an order. */
    public static double order(double loyalty, boolean replied) {
        return (replied ? 0.08 : 0.02) * (0.5 + loyalty);
    }

    /** The chance of an order on a day on which nothing was said. */
    public static double spontaneous(double loyalty) {
        return 0.01 * (0.5 + loyalty);
    }

    /** Whether a text asks for an answer; one that says that none is needed does not. */
    public static boolean asks(String text) {
        return ASKS.matcher(NEEDS_NONE.matcher(text).replaceAll("")).find();
    }

    /**
     * What somebody does about a message; always the same for the same person and number of message.
     *
     * @param person     who, by a number
     * @param number     how many messages they got before
     * @param sociability of the person
     * @param loyalty    of the person
     * @param text       what it says
     * @param at         when they got it
     */
    public List<Answer> to(int person, int number, double sociability, double loyalty, String text, Instant at) {
        SplittableRandom dice = new SplittableRandom((seed * 1_000_003 + person) * 1_000_003 + number);
        List<Answer> answers = new ArrayList<>();
        boolean replies = dice.nextDouble() < reply(sociability, asks(text));
        Instant replied = after(at, dice, Duration.ofMinutes(10), Duration.ofHours(20));
        if (replies) {
            // Dice apart: in which words changes nothing else.
            SplittableRandom words = new SplittableRandom((seed * 1_000_003 + person) * 1_000_003 + number + 500_000);
            answers.add(new Answer.Reply(replied, Wording.of(text, loyalty, words)));
        }
        Matcher link = LINK.matcher(text);
        boolean clicks = dice.nextDouble() < click(loyalty);
        Instant clicked = after(at, dice, Duration.ofMinutes(2), Duration.ofHours(8));
        if (link.find() && clicks) {
            answers.add(new Answer.Click(clicked, link.group()));
        }
        boolean orders = dice.nextDouble() < order(loyalty, replies);
        Instant ordered = after(replies ? replied : at, dice, Duration.ofHours(1), Duration.ofHours(48));
        long cents = 3_900 + dice.nextLong(26_000);
        if (orders) {
            answers.add(new Answer.Order(ordered, cents, false));
        }
        return answers;
    }

    /** Sooner rather than later: even on a logarithmic scale. */
    private static Instant after(Instant at, SplittableRandom dice, Duration least, Duration most) {
        double log = dice.nextDouble(Math.log((double) least.toSeconds()), Math.log((double) most.toSeconds()));
        return at.plusSeconds((long) Math.exp(log));
    }
}
