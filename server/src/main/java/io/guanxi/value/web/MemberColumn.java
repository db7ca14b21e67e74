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
    NO("no", "用户编号", card -> card.no()),
    NAME("name", "姓名", MemberCard::name),
    PHONE("phone", "手机", card -> identifier(card, "phone")),
    IDENTIFIERS("identifiers", "标识", card -> card.identifiers().stream()
            .map(it -> it.kind() + ":" + it.key())
            .collect(Collectors.joining(" "))),
    CHANNEL("channel", "来源渠道", MemberCard::channel),
    JOINED("joined", "加入日期", MemberCard::joined),
    VALUE("value", "用户价值", MemberCard::value),
    CONSUMPTION("consumption", "消费价值", MemberCard::consumption),
    CONTENT("content", "内容价值", MemberCard::content),
    INTERACTION("interaction", "互动价值", MemberCard::interaction),
    SOCIAL("social", "社交价值", MemberCard::social),
    LEVEL("level", "成长等级", MemberCard::level),
    STAGE("stage", "AIPL 阶段", MemberCard::stage),
    LAYER("layer", "关系分层", MemberCard::layer),
    R("r", "R", card -> card.rfm() == null ? null : card.rfm().r()),
    F("f", "F", card -> card.rfm() == null ? null : card.rfm().f()),
    M("m", "M", card -> card.rfm() == null ? null : card.rfm().m()),
    RECENCY("recency", "距上次消费天数", card -> card.rfm() == null ? null : card.rfm().recencyDays()),
    ORDERS("orders", "订单数", MemberCard::orders),
    SPEND("spend", "消费额", MemberCard::spend),
    HIGH_VALUE("highValue", "高价值用户", MemberCard::highValue),
    TOP_SPENDER("topSpender", "头部消费用户", MemberCard::topSpender),
    P_ALIVE("pAlive", "仍在的概率", lifetime(MemberLifetime::pAlive)),
    EXPECTED_ORDERS_365("expectedOrders365", "未来 365 天预计订单", lifetime(MemberLifetime::expectedOrders365)),
    EXPECTED_SPEND_30("expectedSpend30", "未来 30 天预计消费", lifetime(MemberLifetime::expectedSpend30)),
    EXPECTED_SPEND_90("expectedSpend90", "未来 90 天预计消费", lifetime(MemberLifetime::expectedSpend90)),
    EXPECTED_SPEND_365("expectedSpend365", "未来 365 天预计消费", lifetime(MemberLifetime::expectedSpend365)),
    FIRST_SEEN("firstSeen", "首次出现", MemberCard::firstSeen),
    LAST_SEEN("lastSeen", "最近出现", MemberCard::lastSeen);

    private final String key;
    private final String chinese;
    private final Function<MemberCard, @Nullable Object> cell;

    MemberColumn(String key, String chinese, Function<MemberCard, @Nullable Object> cell) {
        this.key = key;
        this.chinese = chinese;
        this.cell = cell;
    }

    String key() {
        return key;
    }

    String chinese() {
        return chinese;
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
