package io.guanxi.journey.engine;

import io.guanxi.journey.graph.Graph;
import io.guanxi.journey.graph.GraphCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws journeys; the same seed draws the same. Times are whole hours and events few, so that they meet. */
final class RandomJourney {

    private final Random dice;

    RandomJourney(Random dice) {
        this.dice = dice;
    }

    /**
     * {@return a journey that can be published; it may let members into journey 2 where {@code sub} says so}. That other one is
     * entered once only: whether it ends before or after somebody else comes to its door at the same moment is not settled.
     */
    Graph draw(boolean sub) {
        while (true) {
            Graph graph = SmallBrand.read(json(sub));
            if (GraphCheck.faults(graph).isEmpty()) {
                return graph;
            }
        }
    }

    private String json(boolean sub) {
        int size = 2 + dice.nextInt(7);
        boolean keyed = !sub && dice.nextInt(4) == 0;
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(node(i, size, sub));
        }
        return """
                {'name':'random','entry':%s,'reentry':%s,%s'exitWhen':[%s],'start':'n0','nodes':[%s]}""".formatted(
                entry(keyed),
                sub ? oneOf("{'kind':'never'}", "{'kind':'always'}", "{'kind':'after','days':1}") : "{'kind':'never'}",
                dice.nextInt(3) > 0 ? "" : "'goal':{'event':%s,'exits':%b},".formatted(event(), dice.nextBoolean()),
                dice.nextInt(2) > 0
                        ? ""
                        : oneOf(
                                "{'kind':'event','event':" + event() + "}",
                                "{'kind':'audience','audience':2,'change':'ENTERED'}"),
                String.join(",", reachable(nodes)));
    }

    private String entry(boolean keyed) {
        if (keyed || dice.nextInt(3) > 0) {
            return "{'kind':'event','event':%s%s}".formatted(event(), keyed ? ",'keyProperty':'x'" : "");
        }
        return "{'kind':'audience','audience':1,'change':'%s'}".formatted(oneOf("ENTERED", "LEFT"));
    }

    private String event() {
        String name = oneOf("A", "B", "C", "Message Replied");
        return switch (dice.nextInt(4)) {
            case 0 -> "{'name':'%s','where':[{'property':'x','is':{'in':['1']}}]}".formatted(name);
            case 1 -> "{'name':'%s','where':[{'property':'y','is':{'atLeast':2}}]}".formatted(name);
            case 2 -> "{'name':'%s','where':[{'column':'OBJECT','is':{'startsWith':'te'}}]}".formatted(name);
            default -> "{'name':'%s'}".formatted(name);
        };
    }

    private String node(int i, int size, boolean sub) {
        String next = target("next", size);
        return switch (dice.nextInt(sub ? 19 : 17)) {
            case 0, 1 -> wait(i, "{'kind':'for','hours':%d}".formatted(1 + dice.nextInt(30))) + next + "}";
            case 2 ->
                wait(i, "{'kind':'day','day':%d,'at':'%02d:00'}".formatted(dice.nextInt(4), dice.nextInt(24))) + next
                        + "}";
            case 3 -> wait(i, "{'kind':'time','at':'%02d:00'}".formatted(dice.nextInt(24))) + next + "}";
            case 4 ->
                wait(
                                i,
                                "{'kind':'date','trait':'birthday','days':%d,'at':'%02d:00','yearly':%b}"
                                        .formatted(dice.nextInt(5) - 2, dice.nextInt(24), dice.nextBoolean()))
                        + next + target("otherwise", size) + "}";
            case 5, 6 ->
                wait(
                                i,
                                "{'kind':'event','event':%s,'within':{'hours':%d}%s}"
                                        .formatted(
                                                event(),
                                                1 + dice.nextInt(30),
                                                oneOf("", "", ",'keyProperty':'x'", ",'keyColumn':'OBJECT'")))
                        + next + target("otherwise", size) + "}";
            case 7 ->
                "{'kind':'branch','key':'n%d','audience':{'kind':'audience','id':%d}%s%s}"
                        .formatted(i, 1 + dice.nextInt(2), target("yes", size), target("no", size));
            case 8 -> {
                int first = 1 + dice.nextInt(98);
                yield "{'kind':'split','key':'n%d','arms':[{'percent':%d%s},{'percent':%d%s}]}"
                        .formatted(i, first, target("next", size), 100 - first, target("next", size));
            }
            case 13 ->
                "{'kind':'experiment','key':'n%d','experiment':1,'arms':[{'arm':'a'%s},{'arm':'b'%s}]%s}"
                        .formatted(i, target("next", size), target("next", size), target("otherwise", size));
            case 9 ->
                dice.nextBoolean()
                        ? "{'kind':'goal','key':'n%d'%s}".formatted(i, next)
                        : "{'kind':'exit','key':'n%d'}".formatted(i);
            case 10 ->
                (dice.nextBoolean()
                                        ? "{'kind':'points','key':'n%d','points':5"
                                        : "{'kind':'webhook','key':'n%d','url':'https://example.com/hook'")
                                .formatted(i)
                        + next + "}";
            case 14, 15 -> "{'kind':'message','key':'n%d','template':%d%s}".formatted(i, 1 + dice.nextInt(3), next);
            case 16 ->
                "{'kind':'tag','key':'n%d','%s':[%d]%s}"
                        .formatted(i, oneOf("add", "remove"), 1 + dice.nextInt(3), next);
            case 11, 12 ->
                "{'kind':'reply','key':'n%d','answers':[{'is':['1','yes']%s},{'is':['2']%s}]%s}"
                        .formatted(i, target("next", size), target("next", size), target("otherwise", size));
            default -> "{'kind':'journey','key':'n%d','journey':2,'await':%b%s}".formatted(i, dice.nextBoolean(), next);
        };
    }

    private static String wait(int i, String until) {
        return "{'kind':'wait','key':'n%d','until':%s".formatted(i, until);
    }

    private String target(String field, int size) {
        return dice.nextInt(6) == 0 ? "" : ",'%s':'n%d'".formatted(field, dice.nextInt(size));
    }

    /** Those to which a way leads, so that few draws are refused. */
    private static List<String> reachable(List<String> nodes) {
        TreeMap<Integer, String> found = new TreeMap<>();
        TreeSet<Integer> ahead = new TreeSet<>(List.of(0));
        while (!ahead.isEmpty()) {
            int at = ahead.pollFirst();
            String node = nodes.get(at);
            if (found.put(at, node) == null) {
                for (int i = 0; i < nodes.size(); i++) {
                    if (node.matches(".*'(next|otherwise|yes|no)':'n" + i + "'.*") && !found.containsKey(i)) {
                        ahead.add(i);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private String oneOf(String... words) {
        return words[dice.nextInt(words.length)];
    }
}
