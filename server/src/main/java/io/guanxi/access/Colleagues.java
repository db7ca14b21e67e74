package io.guanxi.access;

import io.guanxi.access.users.User;
import io.guanxi.access.users.Users;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who works here, for modules that give people something to do. */
@Component
public class Colleagues {

    private final Users users;

    Colleagues(Users users) {
        this.users = users;
    }

    /** {@return the user names of all, in order} */
    public List<String> names() {
        return users.all().stream().map(User::username).toList();
    }
}
