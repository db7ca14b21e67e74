package io.guanxi.tag.governance;

import org.hipparchus.special.Erf;

/**
 * Who carries a tag against who did what was hoped for: two rows, two columns.
 *
 * @param carriers how many carry the tag
 * @param carriersDid how many of them did it
 * @param others how many do not carry it
 * @param othersDid how many of those did it
 */
public record Contingency(long carriers, long carriersDid, long others, long othersDid) {

    private static final double Z = 1.959963984540054; // 95 %, two-sided
    private static final double HALF = 0.5;

    /** Checks the counts. */
    public Contingency {
        if (carriersDid < 0 || othersDid < 0 || carriersDid > carriers || othersDid > others) {
            throw new IllegalArgumentException("more did it than there are");
        }
    }

    /** {@return share of carriers who did it, 0 to 1; 0 where nobody carries it} */
    public double carriersRate() {
        return carriers == 0 ? 0 : (double) carriersDid / carriers;
    }

    /** {@return share of the others who did it, 0 to 1; 0 where everybody carries it} */
    public double othersRate() {
        return others == 0 ? 0 : (double) othersDid / others;
    }

    /**
     * {@return how many times as often carriers did it as others: the relative risk, with half a member added to each cell
     *     where one is empty (Haldane and Anscombe)}
     */
    public double lift() {
        double half = correction();
        return (carriersDid + half) / (carriers + 2 * half) / ((othersDid + half) / (others + 2 * half));
    }

    /** {@return the lower end of the 95 % interval of the lift, by logarithms (Katz and others 1978)} */
    public double liftLow() {
        return Math.exp(Math.log(lift()) - Z * liftError());
    }

    /** {@return the upper end of the 95 % interval of the lift} */
    public double liftHigh() {
        return Math.exp(Math.log(lift()) + Z * liftError());
    }

    private double liftError() {
        double half = correction();
        double variance =
                1 / (carriersDid + half) - 1 / (carriers + 2 * half) + 1 / (othersDid + half) - 1 / (others + 2 * half);
        return Math.sqrt(Math.max(variance, 0));
    }

    /**
     * {@return the information value in nats: the sum over both rows of (share of those who did − share of those who did not)
     *     × the logarithm of their ratio; under 0.02 a tag says next to nothing, over 0.3 much (Siddiqi 2006)}
     */
    public double informationValue() {
        double half = correction();
        double did = carriersDid + othersDid + 2 * half;
        double not = carriers - carriersDid + others - othersDid + 2 * half;
        double didShare = (carriersDid + half) / did;
        double notShare = (carriers - carriersDid + half) / not;
        return (didShare - notShare) * Math.log(didShare / notShare)
                + (notShare - didShare) * Math.log((1 - didShare) / (1 - notShare));
    }

    /** {@return Pearson's χ² with one degree of freedom, without correction; 0 where a margin is empty} */
    public double chiSquared() {
        double did = (double) carriersDid + othersDid;
        double all = (double) carriers + others;
        double margins = (double) carriers * others * did * (all - did);
        double cross = (double) carriersDid * (others - othersDid) - (double) (carriers - carriersDid) * othersDid;
        return margins == 0 ? 0 : all * cross * cross / margins;
    }

    /** {@return how probable such a χ² is or a greater one, were tag and outcome independent} */
    public double probability() {
        return Erf.erfc(Math.sqrt(chiSquared() / 2));
    }

    /** {@return the smallest count that independence would expect in a cell; χ² is to be trusted from 5 (Cochran 1954)} */
    public double leastExpected() {
        double did = (double) carriersDid + othersDid;
        double all = (double) carriers + others;
        return all == 0 ? 0 : Math.min(carriers, others) * Math.min(did, all - did) / all;
    }

    private double correction() {
        return carriersDid == 0 || othersDid == 0 || carriersDid == carriers || othersDid == others ? HALF : 0;
    }
}
