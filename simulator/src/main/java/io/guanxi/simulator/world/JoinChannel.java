package io.guanxi.simulator.world;

/** How people come to the brand, with the share of newcomers each way brings and how warm they arrive. */
public enum JoinChannel {
    OFFICIAL_ACCOUNT("official-account", 0.24, 0.9),
    SAMPLING_MACHINE("sampling-machine", 0.14, 0.6),
    FLAGSHIP_STORE("flagship-store", 0.18, 1.0),
    SEARCH("search", 0.08, 0.8),
    LIVE_CODE("live-code", 0.20, 1.15),
    REFERRAL("referral", 0.16, 1.3);

    private final String key;
    private final double share;
    private final double warmth;

    JoinChannel(String key, double share, double warmth) {
        this.key = key;
        this.share = share;
        this.warmth = warmth;
    }

    /** The channel's key in traits. */
    public String key() {
        return key;
    }

    double share() {
        return share;
    }

    /** Multiplies the loyalty somebody brings along. */
    double warmth() {
        return warmth;
    }
}
