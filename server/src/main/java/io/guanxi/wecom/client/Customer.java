package io.guanxi.wecom.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as WeCom knows them.
 *
 * @param externalUserid WeCom's name of them in this enterprise
 * @param unionid of the WeChat user, or null where the enterprise may not know it
 * @param name what they call themselves
 * @param gender 0 unknown, 1 male, 2 female
 * @param follows the employees who have them as a contact
 */
public record Customer(String externalUserid, @Nullable String unionid, String name, int gender, List<Follow> follows) {

    /** Copies the list. */
    public Customer {
        follows = List.copyOf(follows);
    }

    /**
     * An employee's contact.
     *
     * @param employee the employee's id
     * @param remark what the employee calls the customer
     * @param since when they became contacts
     * @param state of the live code by which they came, or null
     * @param addWay WeCom's number of the way they came
     * @param tags ids of the enterprise's tags
     */
    public record Follow(
            String employee,
            String remark,
            Instant since,
            @Nullable String state,
            int addWay,
            List<String> tags) {

        /** Copies the list. */
        public Follow {
            tags = List.copyOf(tags);
        }
    }
}
