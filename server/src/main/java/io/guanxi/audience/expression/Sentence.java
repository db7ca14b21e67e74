package io.guanxi.audience.expression;

/**
 * An expression said in both languages of the console.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Sentence(String zh, String en) {

    /**
     * {@return what an expression says}
     *
     * @param expression any
     */
    public static Sentence of(Expression expression) {
        return new Sentence(new ChineseWords().say(expression), new EnglishWords().say(expression));
    }
}
