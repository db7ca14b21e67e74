package io.guanxi.value.member;

import io.guanxi.access.Masking;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.identity.Member;
import io.guanxi.identity.Trait;
import io.guanxi.platform.Brand;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what identity knows of members and what the last run found; four statements a page. */
@Component
public class MemberCards {

    private static final String NAME = "name";
    private static final int SHOWN_IN_A_LIST = 5;

    private final Identities identities;
    private final MemberLifetimes lifetimes;
    private final Masking masking;
    private final Brand brand;
    private final JsonMapper json;

    MemberCards(Identities identities, MemberLifetimes lifetimes, Masking masking, Brand brand, JsonMapper json) {
        this.identities = identities;
        this.lifetimes = lifetimes;
        this.masking = masking;
        this.brand = brand;
        this.json = json;
    }

    /**
     * {@return cards in the order of the scores; members who are gone since the run are left out}
     *
     * @param scores a page of scores
     */
    public List<MemberCard> of(List<MemberScore> scores) {
        List<Integer> nos = scores.stream().map(MemberScore::no).toList();
        Map<Integer, Member> members = identities.members(nos);
        Map<Integer, List<HeldIdentifier>> identifiers = identities.identifiersOf(nos);
        Map<Integer, String> names = names(nos);
        Map<Integer, MemberLifetime> expected = lifetimes.of(nos);
        return scores.stream()
                .filter(score -> members.containsKey(score.no()))
                .map(score -> card(
                        score,
                        names.get(score.no()),
                        identifiers.getOrDefault(score.no(), List.of()).stream()
                                .limit(SHOWN_IN_A_LIST)
                                .toList(),
                        expected.get(score.no())))
                .toList();
    }

    /**
     * {@return the card of one member; empty where there is none}
     *
     * @param no number of a live member
     * @param score its score, if a run knew it
     */
    public Optional<MemberCard> of(int no, Optional<MemberScore> score) {
        Member member = identities.members(List.of(no)).get(no);
        if (member == null) {
            return Optional.empty();
        }
        List<HeldIdentifier> identifiers = identities.identifiersOf(no);
        String name = names(List.of(no)).get(no);
        return Optional.of(score.map(known ->
                        card(known, name, identifiers, lifetimes.of(List.of(no)).get(no)))
                .orElseGet(() -> unscored(member, name, identifiers)));
    }

    private Map<Integer, String> names(Collection<Integer> nos) {
        Map<Integer, String> names = new java.util.HashMap<>();
        identities.traitsOf(nos).forEach((no, traits) -> traits.stream()
                .filter(trait -> trait.name().equals(NAME))
                .findFirst()
                .map(this::text)
                .ifPresent(name -> names.put(no, name)));
        return names;
    }

    private @Nullable String text(Trait trait) {
        JsonNode value = json.readTree(trait.value());
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    private MemberCard card(
            MemberScore score,
            @Nullable String name,
            List<HeldIdentifier> identifiers,
            @Nullable MemberLifetime lifetime) {
        return new MemberCard(
                score.no(),
                masking.name(name),
                masked(identifiers),
                score.channel(),
                score.joinedDay(),
                true,
                rounded(score.value()),
                rounded(score.consumption()),
                rounded(score.content()),
                rounded(score.interaction()),
                rounded(score.social()),
                new MemberCard.Rfm(
                        score.recencyDays(), score.frequency(), score.monetary(), score.r(), score.f(), score.m()),
                score.stage(),
                score.layer(),
                score.level(),
                score.topSpender(),
                score.highValue(),
                score.firstSeen(),
                score.lastSeen(),
                score.orders(),
                score.spend(),
                brand.currency().getCurrencyCode(),
                lifetime);
    }

    private MemberCard unscored(Member member, @Nullable String name, List<HeldIdentifier> identifiers) {
        return new MemberCard(
                member.no(),
                masking.name(name),
                masked(identifiers),
                member.channel(),
                brand.dayOf(member.createdAt()),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                0,
                BigDecimal.ZERO,
                brand.currency().getCurrencyCode(),
                null);
    }

    private List<MemberCard.Identifier> masked(List<HeldIdentifier> identifiers) {
        return identifiers.stream()
                .map(held -> new MemberCard.Identifier(held.kind(), masking.identifier(held.kind(), held.key())))
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
