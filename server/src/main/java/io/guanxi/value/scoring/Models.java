package io.guanxi.value.scoring;

import java.util.List;

/** The results which a scoring run of this module leaves in the mart. */
public final class Models {

    /** Their names; what they read is found by {@link ModelOrder}. */
    public static final List<String> RESULTS = List.of(
            "member_score",
            "member_class",
            "value_bin",
            "stage_flow",
            "layer_week",
            "cohort",
            "repurchase",
            "order_gap",
            "top_spender_month",
            "activity_channel",
            "activity_day",
            "stage_median",
            "rfm_cell",
            "member_untouched",
            "mover",
            "mover_reason");

    /** Those which say what is to be expected of members, by the lifetime model in force. */
    public static final List<String> OF_LIFETIME = List.of("lifetime_case", "member_lifetime", "lifetime_class");

    /** Those which are made for one member, when somebody looks at it. */
    public static final List<String> OF_A_MEMBER = List.of("member_history");

    /** Those which are made when somebody asks what members were worth on past days. */
    public static final List<String> OF_PAST_DAYS = List.of("member_worth");

    private Models() {}
}
