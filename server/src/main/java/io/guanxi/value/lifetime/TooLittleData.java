package io.guanxi.value.lifetime;

/** There is too little to learn from; said with a stable code and in words. */
final class TooLittleData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    TooLittleData(String code, String detail) {
        super(detail);
        this.code = code;
    }

    String code() {
        return code;
    }
}
