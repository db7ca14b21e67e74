package io.guanxi.simulator.response;

import java.util.List;

/**
 * What newcomers did within some days, and what they would have done had nobody said anything: the effect of all that was said,
 * known person by person.
 *
 * @param reached those who got a message
 * @param others those who got none
 */
public record Truth(Group reached, Group others) {

    /**
     * Some people.
     *
     * @param people how many
     * @param buyers who ordered
     * @param buyersAnyway who would have ordered without a message
     * @param cents for how much they ordered
     * @param centsAnyway for how much they would have without a message
     */
    public record Group(int people, int buyers, int buyersAnyway, long cents, long centsAnyway) {

        static Group of(List<List<Answer.Order>> ordersOfEach) {
            int buyers = 0;
            int buyersAnyway = 0;
            long cents = 0;
            long centsAnyway = 0;
            for (List<Answer.Order> orders : ordersOfEach) {
                List<Answer.Order> anyway =
                        orders.stream().filter(Answer.Order::anyway).toList();
                buyers += orders.isEmpty() ? 0 : 1;
                buyersAnyway += anyway.isEmpty() ? 0 : 1;
                cents += sum(orders);
                centsAnyway += sum(anyway);
            }
            return new Group(ordersOfEach.size(), buyers, buyersAnyway, cents, centsAnyway);
        }

        private static long sum(List<Answer.Order> orders) {
            return orders.stream().mapToLong(Answer.Order::cents).sum();
        }

        /** {@return by how much messages raised the share of buyers, 0.05 for five of a hundred} */
        public double moreBuyers() {
            return people == 0 ? 0 : (buyers - buyersAnyway) / (double) people;
        }

        /** {@return by how much messages raised the spend of each, in the currency's units} */
        public double moreSpend() {
            return people == 0 ? 0 : (cents - centsAnyway) / 100.0 / people;
        }
    }
}
