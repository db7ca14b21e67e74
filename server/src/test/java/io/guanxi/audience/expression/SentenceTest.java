package io.guanxi.audience.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Expressions as people read them. */
class SentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~kind~:~score~,~figure~:~VALUE~,~is~:{~moreThan~:20}} | 用户价值>20 | value > 20",
                "{~kind~:~stage~,~in~:[~INTEREST~,~PURCHASE~]} | 阶段为兴趣或购买 | stage is interest or purchase",
                "{~kind~:~did~,~event~:{~name~:~Order Completed~},~during~:{~kind~:~last~,~days~:30},~is~:{~atLeast~:2}} "
                        + "| 近30天“Order Completed”的次数≥2 | number of “Order Completed” in the last 30 days ≥ 2",
                "{~kind~:~not~,~of~:{~kind~:~did~,~event~:{~name~:~Checked In~},~during~:{~kind~:~ago~,~from~:60,~to~:31}}} "
                        + "| 非：60天前至31天前做过“Checked In” | not: did “Checked In” from 60 to 31 days ago",
                "{~kind~:~sequence~,~first~:{~name~:~A~},~then~:{~name~:~B~},~withinDays~:7} "
                        + "| 任何时间做过“A”，之后7天内做过“B” | did “A” at any time and then “B” within 7 days",
                "{~kind~:~all~,~of~:[{~kind~:~layer~,~in~:[~LOYAL~]},{~kind~:~any~,~of~:[{~kind~:~level~,~in~:[~KOC~]},"
                        + "{~kind~:~mark~,~mark~:~TOP_SPENDER~}]}]} "
                        + "| 关系层为忠实用户，且（成长等级为KOC，或是高消费用户） | layer is loyal, and (level is koc, or is top spender)",
                "{~kind~:~community~,~stages~:[~SILVER~]} | 属于白银期社群 | belongs to a community in its silver period",
                "{~kind~:~stage~,~in~:[~LOYALTY~],~on~:~2026-06-30~} | 2026-06-30的阶段为忠诚 | stage on 2026-06-30 was loyalty",
                "{~kind~:~layer~,~in~:[~NEW~],~on~:~2026-06-30~} | 2026-06-30的关系层为新用户 | layer on 2026-06-30 was new",
                "{~kind~:~layerMoved~,~from~:[~ACTIVE~],~to~:[~ACTING~],~days~:30} "
                        + "| 关系层30天前为活跃用户，现为行动用户 | layer was active 30 days ago and is acting",
                "{~kind~:~community~,~roles~:[~OWNER~,~ADMIN~]} "
                        + "| 属于社群，身份为群主或管理员 | belongs to a community as owner or admin",
                "{~kind~:~traitDay~,~name~:~birthday~,~during~:{~kind~:~next~,~days~:7},~yearly~:true} "
                        + "| 属性“birthday”的周年日在未来7天（含今天） | anniversary of “birthday” is in the next 7 days, today included",
                "{~kind~:~moved~,~from~:[~INTEREST~],~to~:[~PURCHASE~],~days~:7} "
                        + "| 阶段7天前为兴趣，现为购买 | stage was interest 7 days ago and is purchase",
                "{~kind~:~did~,~event~:{~name~:~R~},~measure~:~SUM~,~property~:~stars~,~is~:{~atLeast~:9}} "
                        + "| 任何时间“R”的“stars”之和≥9 | sum of “stars” of “R” at any time ≥ 9",
                "{~kind~:~tag~,~in~:[3,12]} | 带标签3或12 | carries tag 3 or 12",
                "{~kind~:~share~,~percent~:12.5,~salt~:~x~} | 随机抽取12.5%（x） | random 12.5% of “x”"
            })
    void anExpressionReadsWellInBothLanguages(String json, String zh, String en) {
        Expression expression = ExpressionReader.read(JsonMapper.shared().readTree(json.replace('~', '"')))
                .orProblem();
        assertThat(Sentence.of(expression)).isEqualTo(new Sentence(zh, en));
    }
}
