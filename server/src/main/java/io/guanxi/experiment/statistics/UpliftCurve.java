package io.guanxi.experiment.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom to treat first: members in the order of a score, the best first, cut into bins. The curve tells how much more the treated
 * yield when only the best share of members is treated (Radcliffe, 2007): {@code Q(φ) = Y_t(φ) − Y_c(φ) · N_t(φ) / N_c(φ)}, by
 * all treated. The Qini coefficient is the area between it and the straight line that a score without worth would make.
 *
 * @param points from (0, 0)
 * @param coefficient the area; above 0 where the score finds those who react
 */
public record UpliftCurve(List<Point> points, double coefficient) {

    /** Copies. */
    public UpliftCurve {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param share of the treated, best first
     * @param gain yield above control so far, per member treated in all
     */
    public record Point(double share, double gain) {}

    /**
     * Members with about the same score.
     *
     * @param controls members of the control
     * @param controlYield their yield together
     * @param treated members of the arm
     * @param treatedYield their yield together
     */
    public record Bin(long controls, double controlYield, long treated, double treatedYield) {}

    /**
     * {@return the curve; without points where an arm is empty}
     *
     * @param bins best score first
     */
    public static UpliftCurve of(List<Bin> bins) {
        long treated = bins.stream().mapToLong(Bin::treated).sum();
        long controls = bins.stream().mapToLong(Bin::controls).sum();
        if (treated == 0 || controls == 0) {
            return new UpliftCurve(List.of(), 0);
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        Bin sum = new Bin(0, 0, 0, 0);
        double area = 0;
        for (Bin bin : bins) {
            sum = new Bin(
                    sum.controls() + bin.controls(),
                    sum.controlYield() + bin.controlYield(),
                    sum.treated() + bin.treated(),
                    sum.treatedYield() + bin.treatedYield());
            double asControl = sum.controls() == 0 ? 0 : sum.controlYield() * sum.treated() / sum.controls();
            Point last = points.getLast();
            Point point = new Point((double) sum.treated() / treated, (sum.treatedYield() - asControl) / treated);
            area += (point.share() - last.share()) * (point.gain() + last.gain()) / 2;
            points.add(point);
        }
        return new UpliftCurve(points, area - points.getLast().gain() / 2);
    }
}
