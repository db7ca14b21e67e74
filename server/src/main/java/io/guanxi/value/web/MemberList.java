package io.guanxi.value.web;

import io.guanxi.access.CurrentUser;
import io.guanxi.access.Masking;
import io.guanxi.identity.MemberSearch;
import io.guanxi.identity.MemberSearch.Way;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.value.TagCarriage;
import io.guanxi.value.member.MemberCard;
import io.guanxi.value.member.MemberCards;
import io.guanxi.value.member.MemberQuestion;
import io.guanxi.value.member.MemberScore;
import io.guanxi.value.member.MemberScores;
import io.guanxi.value.member.Place;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Members that fit some parameters: a page of them, or all, page after page. */
@Component
class MemberList {

    private static final int MOST_FOUND = 1_000;
    private static final int EXPORTED_AT_ONCE = 10_000;

    private final MemberScores scores;
    private final MemberCards cards;
    private final MemberSearch search;
    private final TagCarriage tags;
    private final CurrentUser currentUser;
    private final Masking masking;
    private final JsonMapper json;
    private final RecentTraits traits = new RecentTraits();

    MemberList(
            MemberScores scores,
            MemberCards cards,
            MemberSearch search,
            TagCarriage tags,
            CurrentUser currentUser,
            Masking masking,
            JsonMapper json) {
        this.scores = scores;
        this.cards = cards;
        this.search = search;
        this.tags = tags;
        this.currentUser = currentUser;
        this.masking = masking;
        this.json = json;
    }

    /**
     * Some members in order.
     *
     * @param scores of one more than asked for, where there are more
     * @param next the cursor of the next page, or null
     */
    record Found(List<MemberCard> cards, @Nullable Place next) {}

    Found page(MemberQuestion question, String order, @Nullable Place after, int limit) {
        List<MemberScore> found = scores.page(question, after, limit + 1);
        List<MemberScore> shown = found.subList(0, Math.min(limit, found.size()));
        Place next = found.size() > limit
                ? new Place(order, shown.getLast().place(), shown.getLast().no())
                : null;
        return new Found(cards.of(shown), next);
    }

    /** Hands out all members that fit, page by page, so that as much is in memory as a page holds. */
    long each(MemberQuestion question, String order, Consumer<List<MemberCard>> page) {
        long rows = 0;
        Place place = null;
        do {
            Found found = page(question, order, place, EXPORTED_AT_ONCE);
            page.accept(found.cards());
            rows += found.cards().size();
            place = found.next();
        } while (place != null);
        return rows;
    }

    /**
     * Which members are asked for.
     *
     * @param question which, in which order
     * @param way how those of {@code q} were found, or null without it
     */
    record Asked(MemberQuestion question, @Nullable Way way) {}

    /** {@return what the parameters ask for; those of a further page look among the same members as the page before} */
    Asked asked(MemberParameters parameters) {
        RoaringBitmap among = carrying(parameters.tags());
        String trait = parameters.trait();
        if (trait != null && !trait.isBlank()) {
            among = both(among, withTrait(trait.strip(), parameters.further()));
        }
        Way way = null;
        String q = parameters.q();
        if (q != null && !q.isBlank()) {
            MemberSearch.Found found = search.find(q, currentUser.maySeePersonalData(), MOST_FOUND);
            among = both(among, found.members());
            way = found.way();
        }
        return new Asked(parameters.question(among), way);
    }

    /** {@return what the parameters ask for, where it is whole: a file in which some were left out would not be seen to be so} */
    MemberQuestion whole(MemberParameters parameters) {
        Asked asked = asked(parameters);
        if (asked.way() == Way.TOO_MANY) {
            throw Problem.badRequest(
                    "members.too-many-begin",
                    "More than " + MOST_FOUND
                            + " members have an identifier or a name that begins so; give more of it.");
        }
        return asked.question();
    }

    private @Nullable RoaringBitmap carrying(List<Integer> wanted) {
        if (wanted.isEmpty()) {
            return null;
        }
        RoaringBitmap carriers = new RoaringBitmap();
        for (int tag : wanted) {
            carriers.or(tags.of(tag).orElseThrow(() -> Parameters.fault("tag", "names no tag there is: " + tag)));
        }
        return carriers;
    }

    private RoaringBitmap withTrait(String trait, boolean further) {
        int colon = trait.indexOf(':');
        if (colon < 1 || colon == trait.length() - 1) {
            throw Parameters.fault("trait", "is not of the form name:value");
        }
        String name = trait.substring(0, colon);
        String value = trait.substring(colon + 1);
        String plain = json.writeValueAsString(json.createObjectNode().put(name, value));
        if (!masking.traits(plain).equals(plain)) {
            throw Problem.badRequest(
                    "members.trait-personal",
                    "Your role does not see the trait " + name + ", so it cannot filter by it.");
        }
        RoaringBitmap kept = further ? traits.of(trait) : null;
        return kept == null ? traits.keep(trait, search.withTrait(name, value)) : kept;
    }

    private static RoaringBitmap both(@Nullable RoaringBitmap some, RoaringBitmap others) {
        return some == null ? others : RoaringBitmap.and(some, others);
    }
}
