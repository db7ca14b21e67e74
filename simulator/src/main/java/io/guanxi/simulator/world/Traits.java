package io.guanxi.simulator.world;

/**
 * What is true of a person and no event ever says: models are right when they find these out.
 *
 * @param needs            the product groups really needed, bit by {@link ProductGroup} ordinal
 * @param priceSensitivity 0 pays any price, 1 waits for promotions
 * @param sociability      0 never says a word, 1 talks, shares and invites all day; most people are quiet
 * @param writingTalent    0 never writes, 1 writes often and is read; rare
 * @param loyalty          0 forgets the brand within weeks, 1 stays for years
 * @param budget           multiplies what is bought, median 1; a few people have many times that
 * @param voice            one of the few whom others follow (the true KOC)
 */
public record Traits(
        int needs,
        double priceSensitivity,
        double sociability,
        double writingTalent,
        double loyalty,
        double budget,
        boolean voice) {

    private static final double VOICES = 0.008;

    static Traits draw(Dice dice, JoinChannel channel, boolean woman) {
        int needs = 0;
        for (ProductGroup group : ProductGroup.values()) {
            double lean = group.beauty() ? (woman ? 1.2 : 0.45) : 1.0;
            if (dice.chance(group.needShare() * lean)) {
                needs |= 1 << group.ordinal();
            }
        }
        boolean voice = dice.chance(VOICES);
        double price = dice.uniform();
        double budget = dice.logNormal(1, 0.7);
        if (voice) {
            return new Traits(
                    needs, price, dice.between(0.7, 1), dice.between(0.75, 1), dice.between(0.7, 1), budget, true);
        }
        double sociability = Math.pow(dice.uniform(), 2.5) * 0.9;
        double talent = Math.pow(dice.uniform(), 5) * 0.32;
        double loyalty = Math.min(1, Math.pow(dice.uniform(), 1.8) * channel.warmth());
        return new Traits(needs, price, sociability, talent, loyalty, budget, false);
    }

    /** Whether the person really needs the group. */
    public boolean needs(ProductGroup group) {
        return (needs & 1 << group.ordinal()) != 0;
    }
}
