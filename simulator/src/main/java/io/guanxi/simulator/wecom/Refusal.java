package io.guanxi.simulator.wecom;

/** What WeCom refuses, with its code. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int BAD_SECRET = 40001;
    static final int BAD_TOKEN = 40014;
    static final int BAD_MEDIA_TYPE = 40004;
    static final int BAD_MEDIA_SIZE = 40006;
    static final int BAD_MEDIA = 40007;
    static final int BAD_PARAMETER = 40058;
    static final int BAD_TAG = 40068;
    static final int TAG_EXISTS = 40071;
    static final int BAD_TAG_NAME = 40072;
    static final int BAD_CUSTOMER = 40096;
    static final int NO_GROUP_MESSAGE = 41063;
    static final int ALREADY_WELCOMED = 41051;
    static final int WELCOME_BUSY = 41096;
    static final int TOKEN_EXPIRED = 42001;
    static final int TOO_MANY_CALLS = 45009;
    static final int TOO_MANY_AT_ONCE = 45033;
    static final int ADDRESS_BOOK_FORBIDDEN = 48009;
    static final int NO_SUCH_USER = 60111;
    static final int NOT_A_CONTACT = 84061;

    private final int code;

    Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
