package io.guanxi.access;

import io.guanxi.access.users.User;
import io.guanxi.access.users.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who works here, for modules that give people something to do. */
@Component
public class Colleagues {

    private final Users users;

    Colleagues(Users users) {
        this.users = users;
    }

    /** {@return user names by the userid of the WeCom employee that they are} */
    public Map<String, String> byWeComEmployee() {
        Map<String, String> names = new HashMap<>();
        for (User user : users.all()) {
            if (user.wecomEmployee() != null) {
                names.put(user.wecomEmployee(), user.username());
            }
        }
        return names;
    }

    /**
     * {@return the user names of those who may do what a role may, in order}
     *
     * @param least the least role
     */
    public List<String> names(Role least) {
        return users.all().stream()
                .filter(user -> user.role().includes(least))
                .map(User::username)
                .toList();
    }

    /** {@return the user names of all, in order} */
    public List<String> names() {
        return users.all().stream().map(User::username).toList();
    }
}
