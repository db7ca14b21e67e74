package io.guanxi.value.scoring;

import io.guanxi.value.ValueModel;
import io.guanxi.value.model.ValueModels;

/** A value model with round numbers, for sums that fit in a comment. */
final class SmallModel {

    static final String YAML = """
            highValueAbove: 20
            dimensions:
              consumption: {weight: 0.4, scale: 100}
              content:     {weight: 0.2, scale: 10}
              interaction: {weight: 0.3, scale: 10}
              social:      {weight: 0.1, scale: 10}
            events:
              - {event: Order Completed,   dimension: consumption, points: 10, pointsPerAmount: 0.5, halfLifeDays: 30, dailyCap: 2}
              - {event: Order Refunded,    dimension: consumption, pointsPerAmount: -0.5, halfLifeDays: 30}
              - {event: Content Published, dimension: content,     points: 5, halfLifeDays: 10}
              - {event: Message Sent,      dimension: interaction, points: 1, halfLifeDays: 10, dailyCap: 4}
              - {event: Content Shared,    dimension: social,      points: 2, halfLifeDays: 20}
            passive: [Order Refunded, Message Delivered]
            stages:
              interest: {months: 2, events: [Message Sent, Product Viewed]}
              purchase: {months: 6}
              loyalty:  {months: 6, orders: 2, withinDays: 60, advocacy: [Content Shared]}
            layers: {activeDays: 3, withinDays: 30, orders: 2, ordersWithinDays: 90}
            levels:
              influence: {content: 0.5, interaction: 0.2, social: 0.3}
              engaged:   {influence: 5}
              advocate:  {influence: 15, social: 5}
              koc:       {influence: 20, content: 20, topShare: 0.2}
            rfm: {method: QUINTILES}
            topSpenders: {share: 0.2, days: 90, monthDays: 30}
            """;

    private SmallModel() {}

    static ValueModel model() {
        return ValueModels.parse(YAML);
    }

    /** The model with one line replaced. */
    static ValueModel with(String line, String instead) {
        if (!YAML.contains(line)) {
            throw new AssertionError("no such line: " + line);
        }
        return ValueModels.parse(YAML.replace(line, instead));
    }
}
