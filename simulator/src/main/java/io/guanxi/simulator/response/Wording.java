package io.guanxi.simulator.response;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which words people answer: one of the digits or the word a message asks for, where it asks for one. */
final class Wording {
    private static final Pattern CHOICE = Pattern.compile("(?<![0-9A-Za-z.+])([1-9])(?![0-9.%])");
    private static final Pattern WORD = Pattern.compile("(?:回复|[Aa]nswer)\\s*[“\"]([^”\"]{1,20})[”\"]");
    private static final Pattern RATES = Pattern.compile("满意|[Rr]ate");
    private static final List<String> SMALL_TALK = List.of("好的", "收到，谢谢", "嗯嗯", "想再看看", "多少钱？");

    private Wording() {}

    /**
     * {@return an answer}
     *
     * @param text what it answers
     * @param loyalty of whoever answers; the loyal are content
     * @param dice their own
     */
    static String of(String text, double loyalty, SplittableRandom dice) {
        double luck = dice.nextDouble();
        double mood = dice.nextDouble();
        Matcher word = WORD.matcher(text);
        if (word.find()) {
            return word.group(1);
        }
        int choices = choices(text);
        if (choices < 2) {
            return SMALL_TALK.get((int) (luck * SMALL_TALK.size()));
        }
        double first = RATES.matcher(text).find() ? 0.4 + 0.5 * loyalty : 1.0 / choices;
        int choice = luck < first ? 1 : 2 + (int) ((luck - first) / (1 - first) * (choices - 1));
        return choice + (mood < 0.15 ? "。" : "");
    }

    /** {@return up to which digit it offers choices, from 1 on without a gap} */
    private static int choices(String text) {
        List<Integer> digits = new ArrayList<>();
        Matcher choice = CHOICE.matcher(text);
        while (choice.find()) {
            digits.add(Integer.parseInt(choice.group(1)));
        }
        int most = 0;
        while (digits.contains(most + 1)) {
            most++;
        }
        return most;
    }
}
