package io.guanxi.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looking, choosing, buying, sending back. A group is bought when it is needed and used up; who minds the price waits for a
 * promotion; others buy on a whim now and then.
 */
final class Shopping {
    private static final ProductGroup[] GROUPS = ProductGroup.values();
    private static final double PROMOTION_PRICE = 0.75;
    private static final double COUPON_PRICE = 0.9;
    private static final double SENT_BACK = 0.035;
    private static final double WHIM = 0.0012;

    private record Refund(Person person, int signs, long cents, int order, int properties) {}

    private record Till(String channel, int signs) {}

    private final Shelf shelf;
    private final Words words;
    private final Map<Integer, List<Refund>> refunds = new HashMap<>();
    private int orders;

    Shopping(World world, Words words) {
        this.shelf = new Shelf(world, words);
        this.words = words;
    }

    /** A visit to the mini-program that may end at a till. */
    void visit(Person person, int today, double second, LocalDate date, Day day) {
        Dice dice = person.dice();
        boolean member =
                !person.arrival().stranger() && today >= person.arrival().day();
        List<ProductGroup> wanted = member ? wanted(person, today, Rhythm.promotion(date)) : List.of();
        Till till = wanted.isEmpty() ? null : till(person);
        if (till == null || till.channel().equals("mini-program")) {
            second = browse(person, today, second, !wanted.isEmpty(), day);
        }
        if (till != null) {
            buy(person, today, second + dice.between(30, 400), wanted, till, Rhythm.promotion(date), day);
        }
    }

    private double browse(Person person, int today, double second, boolean buys, Day day) {
        Dice dice = person.dice();
        int signs = person.inMiniProgram(today);
        int looks = 1 + dice.poisson(2.6);
        for (int i = 0; i < looks; i++) {
            Product product = shelf.choose(catchesEye(person, today), person, dice);
            day.add(Deed.PRODUCT_VIEWED, person, signs, second)
                    .about(words.of(product.id()))
                    .with(product.view());
            if (dice.chance(buys ? 0.35 : 0.07)) {
                day.add(Deed.PRODUCT_ADDED, person, signs, second + dice.between(5, 40))
                        .worth(-1, 1)
                        .about(words.of(product.id()))
                        .with(product.view());
            }
            second += dice.between(10, 120);
        }
        return second;
    }

    /** People look mostly at what they need, most of all when it is used up; strangers and the curious at anything. */
    private static ProductGroup catchesEye(Person person, int today) {
        Dice dice = person.dice();
        ProductGroup group = GROUPS[dice.below(GROUPS.length)];
        for (int tries = 0; tries < 4; tries++) {
            boolean needed = person.traits().needs(group);
            double appeal = needed ? (person.usedUp(group, today) > 0.7 ? 1 : 0.5) : 0.12;
            if (dice.chance(appeal)) {
                return group;
            }
            group = GROUPS[dice.below(GROUPS.length)];
        }
        return group;
    }

    private static List<ProductGroup> wanted(Person person, int today, boolean promotion) {
        Dice dice = person.dice();
        double price = promotion ? 1 + 0.8 * person.priceSensitivity() : 1 - 0.6 * person.priceSensitivity();
        List<ProductGroup> wanted = new ArrayList<>(2);
        for (ProductGroup group : GROUPS) {
            double urge = person.traits().needs(group)
                    ? 0.26
                            * (0.12 + 1.1 * person.traits().loyalty())
                            / (1 + Math.exp(-7 * (person.usedUp(group, today) - 0.95)))
                    : WHIM * (promotion ? 2.5 : 1);
            if (dice.chance(urge * price)) {
                wanted.add(group);
            }
        }
        return wanted;
    }

    private static Till till(Person person) {
        Dice dice = person.dice();
        double point = dice.uniform();
        if (point < 0.14 && person.arrival().has(Sign.CARD)) {
            return new Till("store", Sign.CARD.bit());
        }
        if (point < 0.36 && person.arrival().has(Sign.PHONE)) {
            return new Till("flagship-store", Sign.PHONE.bit());
        }
        return new Till("mini-program", Sign.OPENID.bit());
    }

    private void buy(
            Person person, int today, double second, List<ProductGroup> wanted, Till till, boolean promotion, Day day) {
        Dice dice = person.dice();
        boolean coupon = dice.chance(0.5 * person.priceSensitivity());
        double rate = (promotion ? PROMOTION_PRICE : 1) * (coupon ? COUPON_PRICE : 1);
        StringBuilder lines = new StringBuilder();
        long total = 0;
        int pieces = 0;
        for (ProductGroup group : wanted) {
            Product product = shelf.choose(group, person, dice);
            int quantity =
                    Math.min(24, Math.max(1, (int) Math.round(person.traits().budget() * dice.between(0.6, 1.8))));
            long price = Math.round(product.price() * rate);
            total += price * quantity;
            pieces += quantity;
            person.bought(group, today);
            lines.append(lines.isEmpty() ? "" : ",").append("""
                    {"product_id":"%s","name":"%s","category":"%s","price":%d.%02d,"quantity":%d}""".formatted(
                            product.id(), product.name(), group.label(), price / 100, price % 100, quantity));
        }
        int order = words.once("%s-%06d".formatted(day.date().toString().replace("-", ""), ++orders));
        int properties = words.once("""
                {"channel":"%s","coupon":%b,"promotion":%b,"products":[%s]}""".formatted(till.channel(), coupon, promotion, lines));
        day.add(Deed.ORDER_COMPLETED, person, till.signs(), second)
                .worth(total, pieces)
                .about(order)
                .with(properties);
        person.stir(0.14);
        if (dice.chance(SENT_BACK)) {
            refunds.computeIfAbsent(today + dice.from(2, 10), later -> new ArrayList<>())
                    .add(new Refund(person, till.signs(), total, order, properties));
        }
    }

    /** What was sent back and is paid back today. */
    void refund(int today, Day day) {
        List<Refund> due = refunds.remove(today);
        if (due == null) {
            return;
        }
        for (Refund refund : due) {
            double second = Rhythm.shoppingSecond(refund.person().dice());
            day.add(Deed.ORDER_REFUNDED, refund.person(), refund.signs(), second)
                    .worth(refund.cents(), 0)
                    .about(refund.order())
                    .with(refund.properties());
            refund.person().stir(-0.1);
        }
    }
}
