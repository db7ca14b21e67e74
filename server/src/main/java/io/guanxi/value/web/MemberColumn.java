package io.guanxi.value.web;

import io.guanxi.value.member.MemberCard;
import io.guanxi.value.member.MemberLifetime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of the exported list, in the order of a file without a choice. */
enum MemberColumn {
    NO("no", "用户编号", "Member", card -> card.no()),
    NAME("name", "姓名", "Name", MemberCard::name),
    PHONE("phone", "手机", "Phone", card -> identifier(card, "phone")),
    IDENTIFIERS("identifiers", "标识", "Identifiers", card -> card.identifiers().stream()
            .map(it -> it.kind() + ":" + it.key())
            .collect(Collectors.joining(" "))),
    CHANNEL("channel", "来源渠道", "Channel", MemberCard::channel),
    JOINED("joined", "加入日期", "Joined", MemberCard::joined),
    VALUE("value", "用户价值", "Member value", MemberCard::value),
    CONSUMPTION("consumption", "消费价值", "Consumption value", MemberCard::consumption),
    CONTENT("content", "内容价值", "Content value", MemberCard::content),
    INTERACTION("interaction", "互动价值", "Interaction value", MemberCard::interaction),
    SOCIAL("social", "社交价值", "Social value", MemberCard::social),
    LEVEL("level", "成长等级", "Growth level", MemberCard::level),
    STAGE("stage", "AIPL 阶段", "AIPL stage", MemberCard::stage),
    LAYER("layer", "关系分层", "Layer", MemberCard::layer),
    R("r", "R", "R", card -> card.rfm() == null ? null : card.rfm().r()),
    F("f", "F", "F", card -> card.rfm() == null ? null : card.rfm().f()),
    M("m", "M", "M", card -> card.rfm() == null ? null : card.rfm().m()),
    RECENCY(
            "recency",
            "距上次消费天数",
            "Days since the last order",
            card -> card.rfm() == null ? null : card.rfm().recencyDays()),
    ORDERS("orders", "订单数", "Orders", MemberCard::orders),
    SPEND("spend", "消费额", "Spend", MemberCard::spend),
    HIGH_VALUE("highValue", "高价值用户", "High value", MemberCard::highValue),
    TOP_SPENDER("topSpender", "头部消费用户", "Top spender", MemberCard::topSpender),
    P_ALIVE("pAlive", "仍在的概率", "Probability of being there still", lifetime(MemberLifetime::pAlive)),
    EXPECTED_ORDERS_365(
            "expectedOrders365",
            "未来 365 天预计订单",
            "Orders expected in 365 days",
            lifetime(MemberLifetime::expectedOrders365)),
    EXPECTED_SPEND_30(
            "expectedSpend30", "未来 30 天预计消费", "Spend expected in 30 days", lifetime(MemberLifetime::expectedSpend30)),
    EXPECTED_SPEND_90(
            "expectedSpend90", "未来 90 天预计消费", "Spend expected in 90 days", lifetime(MemberLifetime::expectedSpend90)),
    EXPECTED_SPEND_365(
            "expectedSpend365",
            "未来 365 天预计消费",
            "Spend expected in 365 days",
            lifetime(MemberLifetime::expectedSpend365)),
    FIRST_SEEN("firstSeen", "首次出现", "First seen", MemberCard::firstSeen),
    LAST_SEEN("lastSeen", "最近出现", "Last seen", MemberCard::lastSeen);

    private final String key;
    private final String chinese;
    private final String english;
    private final Function<MemberCard, @Nullable Object> cell;

    MemberColumn(String key, String chinese, String english, Function<MemberCard, @Nullable Object> cell) {
        this.key = key;
        this.chinese = chinese;
        this.english = english;
        this.cell = cell;
    }

    String key() {
        return key;
    }

    /** {@return its head in a language, its key where none is asked for} */
    String head(@Nullable String language) {
        return switch (language) {
            case "zh" -> chinese;
            case "en" -> english;
            case null, default -> key;
        };
    }

    @Nullable
    Object of(MemberCard card) {
        return cell.apply(card);
    }

    static List<MemberColumn> all() {
        return Arrays.asList(values());
    }

    static Optional<MemberColumn> of(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    private static Function<MemberCard, @Nullable Object> lifetime(Function<MemberLifetime, @Nullable Object> figure) {
        return card -> card.lifetime() == null ? null : figure.apply(card.lifetime());
    }

    private static @Nullable String identifier(MemberCard card, String kind) {
        return card.identifiers().stream()
                .filter(it -> it.kind().equals(kind))
                .map(MemberCard.Identifier::key)
                .findFirst()
                .orElse(null);
    }
}
