package io.guanxi.simulator;

import io.guanxi.simulator.response.Crowd;
import io.guanxi.simulator.response.Pace;
import io.guanxi.simulator.response.Truth;
import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Person;
import io.guanxi.simulator.world.Profile;
import io.guanxi.simulator.world.Sign;
import io.guanxi.simulator.world.World;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Plays WeCom for the brand: its guides confirm what they are to send, its members answer what reached them, and newcomers add
 * guides. It lives by the server's clock, which in a sandbox may be advanced.
 */
@Command(name = "wecom", description = "Plays WeCom for the brand, with employees who send and customers who answer.")
final class WeComCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions place = new ServerOptions();

    @Mixin
    private BrandOptions brand = new BrandOptions();

    @Option(names = "--port", defaultValue = "0", description = "where it listens; default any that is free")
    private int port;

    @Option(
            names = "--api-key",
            required = true,
            defaultValue = "${env:GUANXI_API_KEY}",
            description = "default: GUANXI_API_KEY")
    private String apiKey = "";

    @Option(
            names = "--write-key",
            required = true,
            defaultValue = "${env:GUANXI_WRITE_KEY}",
            description = "default: GUANXI_WRITE_KEY")
    private String writeKey = "";

    @Option(
            names = "--newcomers",
            defaultValue = "12",
            description = "how many add a guide a day, on average; default ${DEFAULT-VALUE}")
    private double newcomers;

    @Option(
            names = "--newcomer-days",
            defaultValue = "36500",
            description = "for how many days newcomers come; default: as long as it runs")
    private int newcomerDays;

    @Option(
            names = "--looks",
            defaultValue = "PT0S",
            description = "how far apart people look at their phones, e.g. PT6H; default: everybody in their own time")
    private Duration looks = Duration.ZERO;

    @Option(names = "--tasks", description = "guides do the tasks of the workbench as well")
    private boolean tasks;

    private final Clock clock;

    WeComCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Report report = new Report(clock, System.out);
        AdvancedClock time = new AdvancedClock(clock);
        World world = brand.world(clock);
        try (WeComStandIn wecom = new WeComStandIn(time, port);
                GuanxiServer server = place.open()) {
            wecom.mostAtOnce(0); // busy until everybody is there
            System.out.println("wecom " + wecom.address());
            Crowd crowd = new Crowd(world.seed(), new Pace(newcomers, newcomerDays, looks));
            wecom.beside("/truth", query -> truth(crowd, time, query));
            int customers = gather(world, wecom, crowd);
            report.say("%,d people are contacts of %d guides", customers, world.guides());
            wecom.mostAtOnce(50);
            WeComLife life = new WeComLife(world, wecom, crowd, server, apiKey, writeKey, time, tasks, report);
            CountDownLatch never = new CountDownLatch(1);
            boolean ended;
            do {
                ended = never.await(life.beat().toMillis(), TimeUnit.MILLISECONDS);
            } while (!ended);
        }
        return 0;
    }

    /** What no WeCom would tell: what newcomers did because of messages, and what they would have done anyway. */
    private static Map<String, Object> truth(Crowd crowd, Clock time, Map<String, String> query) {
        int days = Integer.parseInt(query.getOrDefault("days", "30"));
        Truth truth = crowd.truth(Duration.ofDays(days), time.instant());
        return Map.of("days", days, "reached", said(truth.reached()), "others", said(truth.others()));
    }

    private static Map<String, Object> said(Truth.Group group) {
        return Map.of(
                "people", group.people(),
                "buyers", group.buyers(),
                "buyersAnyway", group.buyersAnyway(),
                "spend", BigDecimal.valueOf(group.cents(), 2),
                "spendAnyway", BigDecimal.valueOf(group.centsAnyway(), 2),
                "moreBuyers", group.moreBuyers(),
                "moreSpend", group.moreSpend());
    }

    /** Who signed up in the brand's history is a contact of their guide since. */
    private static int gather(World world, WeComStandIn wecom, Crowd crowd) {
        for (int guide = 0; guide < world.guides(); guide++) {
            wecom.enterprise().hire(employee(guide), Profile.guide(world, guide));
        }
        BrandLife life = new BrandLife(world);
        while (life.today() < world.days()) {
            life.next();
        }
        int customers = 0;
        for (Person person : life.people()) {
            if (!person.arrival().stranger() && person.arrival().day() < world.days()) {
                String id = Profile.key(world, Sign.EXTERNAL_USERID, person.index());
                Profile profile = Profile.of(world, person.index());
                wecom.enterprise()
                        .person(
                                id,
                                profile.name(),
                                Profile.key(world, Sign.UNIONID, person.index()),
                                profile.woman() ? 2 : 1);
                Instant since = Instant.ofEpochMilli(
                        world.milli(person.arrival().day(), person.arrival().second()));
                wecom.enterprise().adds(id, employee(person.arrival().guide()), null, since);
                crowd.add(
                        id,
                        new Crowd.Person(
                                person.index(),
                                person.traits().sociability(),
                                person.traits().loyalty()));
                customers++;
            }
        }
        return customers;
    }

    static String employee(int guide) {
        return "guide-" + (guide + 1);
    }
}
