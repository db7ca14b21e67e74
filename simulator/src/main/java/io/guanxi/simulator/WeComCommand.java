package io.guanxi.simulator;

import io.guanxi.simulator.response.Crowd;
import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Person;
import io.guanxi.simulator.world.Profile;
import io.guanxi.simulator.world.Sign;
import io.guanxi.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
                GuanxiServer server = place.open();
                ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor()) {
            wecom.mostAtOnce(0); // busy until everybody is there
            System.out.println("wecom " + wecom.address());
            Crowd crowd = new Crowd(world.seed());
            int customers = gather(world, wecom, crowd);
            report.say("%,d people are contacts of %d guides", customers, world.guides());
            wecom.mostAtOnce(50);
            WeComLife life = new WeComLife(world, wecom, crowd, server, apiKey, writeKey, time, report);
            CountDownLatch ended = new CountDownLatch(1);
            ScheduledFuture<?> beating = pulse.scheduleWithFixedDelay(
                    () -> {
                        try {
                            life.beat();
                        } catch (InterruptedException stopped) {
                            ended.countDown();
                        }
                    },
                    0,
                    250,
                    TimeUnit.MILLISECONDS);
            ended.await();
            beating.cancel(false);
        }
        return 0;
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
