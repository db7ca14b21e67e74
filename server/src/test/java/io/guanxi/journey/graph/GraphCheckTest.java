package io.guanxi.journey.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.platform.Problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a journey is found, and named by its place. */
class GraphCheckTest {

    private static final String BEGIN = "{'name':'j','entry':{'kind':'api'},'start':'a','nodes':[";

    private static List<String> faults(String json) {
        return switch (GraphReader.read(JsonMapper.builder().build().readTree(json.replace('\'', '"')))) {
            case GraphReader.Refused(Fault fault) -> List.of(String.valueOf(fault.field()));
            case GraphReader.Understood(Graph graph) ->
                GraphCheck.faults(graph).stream()
                        .map(fault -> String.valueOf(fault.field()))
                        .toList();
        };
    }

    @Test
    void ofARoundWithoutAWaitOneNodeIsNamed() {
        assertThat(faults(BEGIN + """
                {'kind':'goal','key':'a','next':'b'},{'kind':'goal','key':'b','next':'a'}]}""")).containsExactly("/nodes/0/key");
        assertThat(faults(BEGIN + """
                {'kind':'goal','key':'a','next':'b'},
                {'kind':'wait','key':'b','until':{'kind':'for','minutes':1},'next':'a'}]}""")).isEmpty();
    }

    @Test
    void aDayThatMayBeOverDoesNotMakeARoundTakeTime() {
        assertThat(faults(BEGIN + """
                {'kind':'wait','key':'a','until':{'kind':'day','day':1,'at':'10:00'},'next':'a'}]}""")).containsExactly("/nodes/0/key");
    }

    @Test
    void nodesThatNobodyReachesAndWaysThatLeadNowhereAreNamed() {
        assertThat(faults(BEGIN + "{'kind':'exit','key':'a'},{'kind':'exit','key':'b'}]}"))
                .containsExactly("/nodes/1/key");
        assertThat(faults(BEGIN + "{'kind':'goal','key':'a','next':'z'}]}")).containsExactly("/nodes/0/next");
        assertThat(faults(BEGIN + "{'kind':'exit','key':'a'},{'kind':'exit','key':'a'}]}"))
                .containsExactly("/nodes/1/key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'wait','key':'a','until':{'kind':'for'}} | /nodes/0/until",
                "{'kind':'wait','key':'a','until':{'kind':'day','day':1,'at':'25:00'}} | /nodes/0/until/at",
                "{'kind':'wait','key':'a','until':{'kind':'time','at':'10:00'},'otherwise':'a'} | /nodes/0/otherwise",
                "{'kind':'split','key':'a','arms':[{'percent':50},{'percent':40}]} | /nodes/0/arms",
                "{'kind':'branch','key':'a','audience':{'kind':'stage','in':['NOWHERE']}} | /nodes/0/audience/in/0",
                "{'kind':'wait','key':'a','until':{'kind':'event','event':{},'within':{'days':1}}} | /nodes/0/until/event/name",
                "{'kind':'reply','key':'a','answers':[]} | /nodes/0/answers",
                "{'kind':'reply','key':'a','answers':[{'is':['1']},{'is':['2','１。']}]} | /nodes/0/answers/1/is/1",
                "{'kind':'reply','key':'a','answers':[{'is':['!']}]} | /nodes/0/answers/0/is/0",
                "{'kind':'reply','key':'a','answers':[{'is':['1'],'next':'b'}]} | /nodes/0/answers/0/next",
                "{'kind':'reply','key':'a','answers':[{'is':['1']}],'otherwise':'b'} | /nodes/0/otherwise",
                "{'kind':'dance','key':'a'} | /nodes/0/kind",
                "{'kind':'exit','key':'a','next':'a'} | /nodes/0/next"
            })
    void whatHasNoMeaningIsRefusedByItsPlace(String node, String place) {
        assertThat(faults(BEGIN + node.replace("''", "'") + "]}")).containsExactly(place);
    }
}
