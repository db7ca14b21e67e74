package io.guanxi.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hides personal data from callers who may not see it; whoever may gets the value as it is. */
@Component
public class Masking {

    private final CurrentUser currentUser;

    Masking(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /**
     * {@return the person's name, or its first character and a star}
     *
     * @param name the name, may be null
     */
    public @Nullable String name(@Nullable String name) {
        return name == null || currentUser.maySeePersonalData() ? name : Mask.name(name);
    }

    /**
     * {@return the phone number, or its first three and last four digits}
     *
     * @param phone the number, may be null
     */
    public @Nullable String phone(@Nullable String phone) {
        return phone == null || currentUser.maySeePersonalData() ? phone : Mask.phone(phone);
    }

    /**
     * {@return the e-mail address, or its first character and its domain}
     *
     * @param email the address, may be null
     */
    public @Nullable String email(@Nullable String email) {
        return email == null || currentUser.maySeePersonalData() ? email : Mask.email(email);
    }

    /**
     * {@return the key of an identifier, or what its kind allows to be seen of it}
     *
     * @param kind the identifier's kind, e.g. {@code phone}
     * @param key the key
     */
    public String identifier(String kind, String key) {
        return currentUser.maySeePersonalData() ? key : Mask.identifier(kind, key);
    }

    /**
     * {@return a text, phone numbers and e-mail addresses in it masked}
     *
     * @param text the text
     */
    public String text(String text) {
        return currentUser.maySeePersonalData() ? text : PersonalFields.maskedWithin(text);
    }

    /**
     * {@return a person's traits as a JSON object, personal fields masked}
     *
     * @param json the object
     */
    public String traits(String json) {
        return currentUser.maySeePersonalData() ? json : PersonalFields.masked(json, true);
    }

    /**
     * {@return an event's properties or context as a JSON object, personal fields masked}
     *
     * @param json the object
     */
    public String properties(String json) {
        return currentUser.maySeePersonalData() ? json : PersonalFields.masked(json, false);
    }
}
