package io.guanxi.audience.expression;

import io.guanxi.audience.expression.EventMatch.Column;
import io.guanxi.audience.expression.EventMatch.Condition;
import io.guanxi.community.CommunityStage;
import java.util.ArrayList;
import java.util.List;

/** Expressions in Chinese. */
final class ChineseWords extends Words {

    @Override
    String leaf(Expression.Leaf leaf) {
        return switch (leaf) {
            case Expression.Everyone() -> "全部用户";
            case Expression.Trait(var name, var is) -> "属性" + quote(name) + test(is);
            case Expression.TraitDay(var name, var during, var yearly) ->
                "属性" + quote(name) + (yearly ? "的周年日" : "的日期") + "在" + window(during);
            case Expression.Channel(var in) -> "来源渠道为" + list(in);
            case Expression.Joined(var during) -> window(during) + "加入";
            case Expression.Consent(var channel, var granted) -> (granted ? "同意" : "撤回同意") + quote(channel) + "触达";
            case Expression.Score(var figure, var is) -> name(figure) + range(is);
            case Expression.Marked(var mark) -> "是" + name(mark);
            case Expression.ActiveDays(var within, var is) -> "近" + within + "天活跃天数" + range(is);
            case Expression.Stage(var in, var ago, var on) ->
                (on != null ? on + "的阶段为" : ago == 0 ? "阶段为" : ago + "个月前月末的阶段为") + names(in);
            case Expression.Moved(var from, var to, var months, var days) ->
                days == null
                        ? months + "个月内从" + names(from) + "流转到" + names(to)
                        : "阶段" + days + "天前为" + names(from) + "，现为" + names(to);
            case Expression.Layer(var in, var on) -> (on == null ? "关系层为" : on + "的关系层为") + names(in);
            case Expression.LayerMoved(var from, var to, var days) ->
                "关系层" + days + "天前为" + names(from) + "，现为" + names(to);
            case Expression.Level(var in) -> "成长等级为" + names(in);
            case Expression.Did did -> did(did);
            case Expression.Sequence(var first, var then, var days, var during) ->
                window(during) + "做过" + event(first) + "，之后" + days + "天内做过" + event(then);
            case Expression.Community(var in, var stages, var roles, var past) ->
                (past ? "曾属于" : "属于") + (stages.isEmpty() ? "" : names(stages)) + "社群" + (in.isEmpty() ? "" : list(in))
                        + (roles.isEmpty() ? "" : "，身份为" + names(roles));
            case Expression.Tagged(var in) -> "带标签" + numbers(in);
            case Expression.InAudience(var id, var on) -> (on == null ? "在人群" : on + "在人群") + id + "中";
            case Expression.InList(var id) -> "在名单" + id + "中";
            case Expression.Share(var percent, var salt) -> "随机抽取" + number(percent) + "%（" + salt + "）";
        };
    }

    private String did(Expression.Did did) {
        String event = event(did.event());
        String during = window(did.during());
        return switch (did.measure()) {
            case FIRST -> "首次" + event + "在" + during;
            case LAST -> "最近一次" + event + "在" + during;
            case COUNT -> did.is().anyOccurrence() ? during + "做过" + event : during + event + "的次数" + range(did.is());
            case DAYS -> during + event + "的天数" + range(did.is());
            case AMOUNT -> during + event + "的金额" + range(did.is());
            case QUANTITY -> during + event + "的数量" + range(did.is());
            case OBJECTS -> during + event + "的不同对象数" + range(did.is());
            case SUM -> during + event + "的" + quote(String.valueOf(did.property())) + "之和" + range(did.is());
            case DISTINCT -> during + event + "的" + quote(String.valueOf(did.property())) + "不同取值数" + range(did.is());
        };
    }

    private String event(EventMatch event) {
        List<String> parts = new ArrayList<>();
        for (Condition condition : event.where()) {
            String what =
                    condition.column() != null ? name(condition.column()) : quote(String.valueOf(condition.property()));
            parts.add(what + test(condition.is()));
        }
        if (event.hours() != null) {
            parts.add(event.hours().from() + "点至" + event.hours().to() + "点59分");
        }
        return (event.name() == null ? "任意行为" : quote(event.name()))
                + (parts.isEmpty() ? "" : "（" + String.join("，", parts) + "）");
    }

    private String test(Test test) {
        return switch (test) {
            case Test.OneOf(var in) -> "为" + list(in);
            case Test.Contains(var part) -> "包含" + quote(part);
            case Test.StartsWith(var start) -> "开头为" + quote(start);
            case Test.Known(var known) -> known ? "有值" : "没有值";
            case Test.Range range -> range(range);
        };
    }

    private static String range(Test.Range range) {
        List<String> parts = new ArrayList<>();
        if (range.atLeast() != null) {
            parts.add("≥" + number(range.atLeast()));
        }
        if (range.moreThan() != null) {
            parts.add(">" + number(range.moreThan()));
        }
        if (range.atMost() != null) {
            parts.add("≤" + number(range.atMost()));
        }
        if (range.lessThan() != null) {
            parts.add("<" + number(range.lessThan()));
        }
        return String.join("且", parts);
    }

    private static String window(Window window) {
        return switch (window) {
            case Window.Ever() -> "任何时间";
            case Window.Last(int days) -> days == 1 ? "今天" : "近" + days + "天";
            case Window.Next(int days) -> days == 1 ? "今天" : "未来" + days + "天（含今天）";
            case Window.Ago(int from, int to) -> from + "天前至" + to + "天前";
            case Window.Between(var from, var to) ->
                from == null ? to + "及以前" : to == null ? from + "以来" : from + "至" + to;
            case Window.SinceJoining(int days) -> "加入后" + days + "天内";
        };
    }

    @Override
    String name(Enum<?> word) {
        return switch (word) {
            case AiplStage stage ->
                switch (stage) {
                    case AWARENESS -> "认知";
                    case INTEREST -> "兴趣";
                    case PURCHASE -> "购买";
                    case LOYALTY -> "忠诚";
                };
            case RelationshipLayer layer ->
                switch (layer) {
                    case NEW -> "新用户";
                    case ACTING -> "行动用户";
                    case ACTIVE -> "活跃用户";
                    case LOYAL -> "忠实用户";
                };
            case GrowthLevel level ->
                switch (level) {
                    case ORDINARY -> "普通用户";
                    case ENGAGED -> "投入用户";
                    case ADVOCATE -> "推荐者";
                    case KOC -> "KOC";
                };
            case Mark mark -> mark == Mark.HIGH_VALUE ? "高价值用户" : "高消费用户";
            case CommunityRole role ->
                switch (role) {
                    case OWNER -> "群主";
                    case ADMIN -> "管理员";
                    case MEMBER -> "普通成员";
                };
            case CommunityStage stage -> stage == CommunityStage.GOLDEN ? "黄金期" : "白银期";
            case Column column ->
                switch (column) {
                    case OBJECT -> "对象";
                    case COMMUNITY -> "社群";
                    case AMOUNT -> "金额";
                    case QUANTITY -> "数量";
                    case SOURCE -> "来源";
                };
            case Figure figure -> figure(figure);
            default -> word.name();
        };
    }

    private static String figure(Figure figure) {
        return switch (figure) {
            case VALUE -> "用户价值";
            case CONSUMPTION -> "消费价值";
            case CONTENT -> "内容价值";
            case INTERACTION -> "互动价值";
            case SOCIAL -> "社交价值";
            case INFLUENCE -> "影响力";
            case RECENCY_DAYS -> "距上次下单天数";
            case FREQUENCY -> "下单频次";
            case MONETARY -> "消费金额";
            case R -> "R值";
            case F -> "F值";
            case M -> "M值";
            case ORDERS -> "累计订单数";
            case SPEND -> "累计消费";
        };
    }

    @Override
    String not(String said) {
        return "非：" + said;
    }

    @Override
    String bracket(String said) {
        return "（" + said + "）";
    }

    @Override
    String quote(String word) {
        return "“" + word + "”";
    }

    @Override
    String comma() {
        return "或";
    }

    @Override
    String and() {
        return "，且";
    }

    @Override
    String or() {
        return "，或";
    }
}
