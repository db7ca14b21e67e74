package io.guanxi.audience.compare;

import io.guanxi.audience.compare.AudienceProfile.ProfileFigure;
import io.guanxi.audience.compare.AudienceProfile.ProfileRow;
import io.guanxi.audience.compare.AudienceProfile.Verdict;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.engine.Tallies;
import io.guanxi.audience.engine.Tallies.Attribute;
import io.guanxi.audience.engine.Tallies.Count;
import io.guanxi.audience.engine.Tallies.Histogram;
import io.guanxi.audience.engine.Tallies.Tally;
import io.guanxi.audience.expression.AiplStage;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Figure;
import io.guanxi.audience.expression.GrowthLevel;
import io.guanxi.audience.expression.RelationshipLayer;
import io.guanxi.audience.expression.Test.Range;
import io.guanxi.platform.FalseDiscovery;
import io.guanxi.tag.Tag;
import io.guanxi.tag.TagCarriers;
import io.guanxi.tag.Tags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Compares an audience with everybody. */
@Component
public class Profiler {

    private static final double LEVEL = 0.05;
    private static final int MOST_ROWS = 125;
    private static final List<String> FIGURES = List.of("value", "consumption", "content", "interaction", "social");

    private final Engine engine;
    private final Tallies tallies;
    private final Tags tags;
    private final TagCarriers carriers;

    Profiler(Engine engine, Tallies tallies, Tags tags, TagCarriers carriers) {
        this.engine = engine;
        this.tallies = tallies;
        this.tags = tags;
        this.carriers = carriers;
    }

    /**
     * {@return how an audience differs from everybody}
     *
     * @param members who is in
     * @param limit how long it may take
     */
    public AudienceProfile profile(RoaringBitmap members, Limit limit) {
        RoaringBitmap live = engine.live();
        RoaringBitmap audience = RoaringBitmap.and(members, live);
        Tally tally = tallies.of(audience, live, limit);
        List<Count> counts = new ArrayList<>(tally.counts());
        for (Tag tag : tags.all()) {
            limit.check();
            RoaringBitmap carrying = carriers.of(tag.id());
            counts.add(new Count(
                    Attribute.TAG,
                    Integer.toString(tag.id()),
                    RoaringBitmap.andCardinality(carrying, audience),
                    RoaringBitmap.andCardinality(carrying, live)));
        }
        return profile(new Tally(counts, tally.figures()), audience.getLongCardinality(), live.getLongCardinality());
    }

    static AudienceProfile profile(Tally tally, long members, long everybody) {
        List<Count> counts = tally.counts();
        double[] z = counts.stream()
                .mapToDouble(it -> Proportions.z(it.inside(), members, it.everybody(), everybody))
                .toArray();
        double[] p = new double[z.length];
        int compared = 0;
        for (int i = 0; i < z.length; i++) {
            p[i] = Double.isNaN(z[i]) ? Double.NaN : Proportions.pValue(z[i]);
            compared += Double.isNaN(z[i]) ? 0 : 1;
        }
        double[] q = FalseDiscovery.qValues(p);
        List<ProfileRow> rows = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            rows.add(row(counts.get(i), members, everybody, z[i], q[i]));
        }
        return new AudienceProfile(
                members,
                everybody,
                LEVEL,
                compared,
                Stream.of(Attribute.values())
                        .flatMap(attribute -> telling(rows, attribute))
                        .toList(),
                FIGURES.stream()
                        .map(name -> figure(name, tally.figures().getOrDefault(name, new Histogram())))
                        .toList());
    }

    /** Those that differ most; what cannot be told comes last, the more frequent first. */
    private static Stream<ProfileRow> telling(List<ProfileRow> rows, Attribute attribute) {
        return rows.stream()
                .filter(row -> row.attribute() == attribute)
                .sorted(Comparator.comparingDouble((ProfileRow row) -> row.z() == null ? 0 : -Math.abs(row.z()))
                        .thenComparing(row -> -row.having())
                        .thenComparing(ProfileRow::key))
                .limit(MOST_ROWS);
    }

    private static ProfileRow row(Count count, long members, long everybody, double z, double q) {
        double share = share(count.inside(), members);
        double shareOfEverybody = share(count.everybody(), everybody);
        Verdict verdict =
                Double.isNaN(z) ? Verdict.TOO_FEW : q > LEVEL ? Verdict.ALIKE : z > 0 ? Verdict.OVER : Verdict.UNDER;
        return new ProfileRow(
                count.attribute(),
                count.key(),
                expression(count.attribute(), count.key()),
                count.inside(),
                count.everybody(),
                share,
                shareOfEverybody,
                shareOfEverybody == 0 || members == 0 ? null : share / shareOfEverybody,
                known(z),
                known(q),
                verdict);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static ProfileFigure figure(String name, Histogram histogram) {
        return new ProfileFigure(name, histogram.insideMedian(), histogram.everybodyMedian());
    }

    private static Expression expression(Attribute attribute, String key) {
        return switch (attribute) {
            case STAGE -> new Expression.Stage(List.of(AiplStage.valueOf(key)), 0, null);
            case LAYER -> new Expression.Layer(List.of(RelationshipLayer.valueOf(key)), null);
            case LEVEL -> new Expression.Level(List.of(GrowthLevel.valueOf(key)));
            case CHANNEL -> new Expression.Channel(List.of(key));
            case COMMUNITY -> new Expression.Community(List.of(key), List.of(), List.of(), false);
            case TAG -> new Expression.Tagged(List.of(Integer.parseInt(key)));
            case RFM -> {
                String[] classes = key.split("-", 3);
                yield new Expression.All(
                        List.of(score(Figure.R, classes[0]), score(Figure.F, classes[1]), score(Figure.M, classes[2])));
            }
        };
    }

    private static Expression score(Figure figure, String is) {
        double exactly = Double.parseDouble(is);
        return new Expression.Score(figure, new Range(exactly, null, exactly, null));
    }
}
