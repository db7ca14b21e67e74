package io.guanxi.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All products, by group: each kind of product in four sizes or qualities. */
final class Shelf {
    private static final String[] VARIANTS = {"经典款", "升级款", "家庭装", "礼盒装"};
    private static final double[] VARIANT_PRICE = {0.7, 1.0, 1.5, 2.2};

    private final List<List<Product>> products = new ArrayList<>();

    Shelf(World world, Words words) {
        for (ProductGroup group : ProductGroup.values()) {
            Dice dice = new Dice(world.seed(), -1000 - group.ordinal());
            List<Product> row = new ArrayList<>();
            for (String kind : group.products()) {
                for (int variant = 0; variant < VARIANTS.length; variant++) {
                    row.add(product(group, kind, variant, row.size(), dice, words));
                }
            }
            products.add(List.copyOf(row));
        }
    }

    private static Product product(ProductGroup group, String kind, int variant, int number, Dice dice, Words words) {
        String id = "%s-%02d".formatted(group.name().toLowerCase(Locale.ROOT), number + 1);
        String name = kind + VARIANTS[variant];
        long yuan = Math.max(5, Math.round(group.medianPrice() * VARIANT_PRICE[variant] * dice.between(0.8, 1.25)));
        String view = """
                {"product_id":"%s","name":"%s","category":"%s","price":%d,"channel":"mini-program"}""".formatted(id, name, group.label(), yuan);
        return new Product(id, name, group, yuan * 100, words.of(view));
    }

    /** A product of the group; who minds the price takes the smaller sizes. */
    Product choose(ProductGroup group, Person person, Dice dice) {
        List<Product> row = products.get(group.ordinal());
        int kind = dice.below(group.products().length);
        double wish = dice.uniform() * 0.6 + (1 - person.priceSensitivity()) * 0.4;
        return row.get(kind * VARIANTS.length + Math.min(VARIANTS.length - 1, (int) (wish * VARIANTS.length)));
    }
}
