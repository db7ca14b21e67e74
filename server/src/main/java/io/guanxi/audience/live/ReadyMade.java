package io.guanxi.audience.live;

import io.guanxi.audience.expression.AiplStage;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Figure;
import io.guanxi.audience.expression.GrowthLevel;
import io.guanxi.audience.expression.RelationshipLayer;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.AudienceTable.Wish;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Audiences that every brand begins with. They are saved ones like any other: they can be changed, and one that was deleted
 * does not come back.
 */
@Component
class ReadyMade {

    private static final String OWNER = "guanxi";
    private static final int CLASSES = 5;
    private static final int HIGH_CLASS = 4;
    private static final int SILENT_DAYS = 14;

    private final AudienceTable audiences;
    private final TransactionOperations transaction;

    ReadyMade(AudienceTable audiences, TransactionOperations transaction) {
        this.audiences = audiences;
        this.transaction = transaction;
    }

    /**
     * One of them.
     *
     * @param key by which it is known, for ever
     * @param name in both languages
     * @param note what it is for
     * @param folder where it lies
     * @param expression what it asks
     */
    record Ready(String key, String name, String note, String folder, Expression expression) {}

    private static final List<Ready> FIRST = List.of(
            stage("awareness", "认知用户 · Awareness", "种草激发兴趣 · Seed interest", AiplStage.AWARENESS),
            stage("interest", "兴趣用户 · Interest", "消除购买障碍 · Remove the obstacle", AiplStage.INTEREST),
            stage("purchase", "购买用户 · Purchase", "唤起复购需求 · Wake the need", AiplStage.PURCHASE),
            stage("loyalty", "忠诚用户 · Loyalty", "打磨体验 · Polish the experience", AiplStage.LOYALTY),
            layer("new", "新用户 · New", RelationshipLayer.NEW),
            layer("acting", "行动用户 · Acting", RelationshipLayer.ACTING),
            layer("active", "活跃用户 · Active", RelationshipLayer.ACTIVE),
            layer("loyal", "忠实用户 · Loyal", RelationshipLayer.LOYAL),
            rfm("champions", "重要价值用户 · Champions", true, true, true),
            rfm("potential", "重要发展用户 · Big spenders to develop", true, false, true),
            rfm("keep", "重要保持用户 · Champions to keep", false, true, true),
            rfm("win-back", "重要挽留用户 · Big spenders to win back", false, false, true),
            rfm("regular", "一般价值用户 · Regulars", true, true, false),
            rfm("new-buyers", "一般发展用户 · New buyers", true, false, false),
            rfm("fading", "一般保持用户 · Fading regulars", false, true, false),
            rfm("lost", "一般挽留用户 · Lost", false, false, false),
            new Ready(
                    "high-value",
                    "高价值用户 · High value",
                    "用户价值大于20 · Value above 20",
                    "价值 · Value",
                    new Expression.Score(Figure.VALUE, new Range(null, 20.0, null, null))),
            new Ready(
                    "likely-koc",
                    "潜在KOC · Likely KOC",
                    "推荐者，且近30天至少4天活跃 · Advocates active on 4 of 30 days",
                    "价值 · Value",
                    new Expression.All(List.of(
                            new Expression.Level(List.of(GrowthLevel.ADVOCATE)),
                            new Expression.ActiveDays(30, Range.atLeast(4))))),
            new Ready(
                    "falling-silent",
                    "正在沉默 · Falling silent",
                    "近60天至少3天活跃，近14天没有 · Active on 3 of 60 days, on none of the last 14",
                    "价值 · Value",
                    new Expression.All(List.of(
                            new Expression.ActiveDays(60, Range.atLeast(3)),
                            new Expression.ActiveDays(SILENT_DAYS, new Range(null, null, 0.0, null))))));

    /** All of them: those to begin with, and every cell of recency by frequency, in a folder of their own. */
    static final List<Ready> ALL = Stream.concat(
                    FIRST.stream(),
                    IntStream.rangeClosed(1, CLASSES).boxed().flatMap(r -> IntStream.rangeClosed(1, CLASSES)
                            .mapToObj(f -> cell(r, f))))
            .toList();

    /** As the picture on a member's page has them. They share ten leaves, so asking for all costs little more than for one. */
    private static Ready cell(int recency, int frequency) {
        return new Ready(
                "cell-r%df%d".formatted(recency, frequency),
                "R%d F%d 格 · Cell R%d F%d".formatted(recency, frequency, recency, frequency),
                "最近消费第 %d 档（5 最近），消费频次第 %d 档（5 最多） · Recency class %d (5 is latest), frequency class %d (5 is most)"
                        .formatted(recency, frequency, recency, frequency),
                "RFM 格 · RFM cells",
                new Expression.All(List.of(exactly(Figure.R, recency), exactly(Figure.F, frequency))));
    }

    private static Expression exactly(Figure figure, int rank) {
        return new Expression.Score(figure, new Range((double) rank, null, (double) rank, null));
    }

    private static Ready stage(String key, String name, String note, AiplStage stage) {
        return new Ready("stage-" + key, name, note, "AIPL", new Expression.Stage(List.of(stage), 0, null));
    }

    private static Ready layer(String key, String name, RelationshipLayer layer) {
        return new Ready("layer-" + key, name, "", "关系层 · Layers", new Expression.Layer(List.of(layer), null));
    }

    private static Ready rfm(String key, String name, boolean recent, boolean frequent, boolean spending) {
        return new Ready(
                "rfm-" + key,
                name,
                "",
                "RFM",
                new Expression.All(
                        List.of(high(Figure.R, recent), high(Figure.F, frequent), high(Figure.M, spending))));
    }

    private static Expression high(Figure figure, boolean high) {
        return new Expression.Score(
                figure, high ? Range.atLeast(HIGH_CLASS) : new Range(null, null, HIGH_CLASS - 1.0, null));
    }

    /** Saves those that were never there. */
    void install() {
        transaction.executeWithoutResult(_ -> {
            audiences.lock();
            for (Ready ready : ALL) {
                audiences.insert(
                        ready.key(),
                        new Wish(ready.name(), ready.note(), ready.folder(), ready.expression(), ""),
                        OWNER);
            }
        });
    }
}
