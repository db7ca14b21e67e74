package io.guanxi.wecom.contact;

/** By which way somebody became a contact, by WeCom's numbers. */
public final class AddWay {

    private AddWay() {}

    /**
     * {@return a word for a number; what WeCom adds later is {@code other}}
     *
     * @param number WeCom's
     */
    public static String word(int number) {
        return switch (number) {
            case 1 -> "scan";
            case 2 -> "phone-search";
            case 3 -> "card";
            case 4 -> "group-chat";
            case 5 -> "phone-contacts";
            case 6 -> "wechat-contacts";
            case 8 -> "third-party";
            case 9 -> "mail-search";
            case 10 -> "video-account";
            case 16 -> "acquisition-link";
            case 17 -> "custom-link";
            case 201 -> "colleague";
            case 202 -> "assigned";
            default -> "other";
        };
    }
}
