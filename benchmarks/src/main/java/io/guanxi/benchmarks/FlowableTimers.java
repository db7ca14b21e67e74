package io.guanxi.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;

/**
 * The peer of journeys: a process of timers in Flowable, on the same PostgreSQL in a database of its own, by its async executor.
 * A step is what it is there: a timer ends, a gateway parts, a message is intended (a row, in Flowable's own transaction), and the
 * next timer begins.
 */
final class FlowableTimers implements AutoCloseable {

    static final int STEPS = 5;
    private static final String DATABASE = "flowable";
    private static final String PROCESS = "timers";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);
    private static final int STARTERS = 4;

    private final ProcessEngine engine;

    FlowableTimers(Postgres postgres) throws SQLException {
        postgres.execute("CREATE DATABASE " + DATABASE);
        String url = postgres.url(DATABASE);
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE intent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text UNIQUE, "
                            + "template integer NOT NULL, at timestamptz NOT NULL DEFAULT now())");
        }
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcUrl(url);
        configuration.setJdbcUsername(Postgres.USER);
        configuration.setJdbcPassword(postgres.password());
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcMaxActiveConnections(16);
        configuration.setJdbcMaxIdleConnections(16);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setAsyncExecutorActivate(false);
        configuration.setAsyncExecutorCorePoolSize(8);
        configuration.setAsyncExecutorMaxPoolSize(8);
        configuration.setAsyncExecutorThreadPoolQueueSize(2048);
        configuration.setAsyncExecutorMaxTimerJobsPerAcquisition(512);
        configuration.setAsyncExecutorMaxAsyncJobsDuePerAcquisition(512);
        configuration.setAsyncExecutorDefaultTimerJobAcquireWaitTime(100);
        configuration.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(100);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addBpmnModel(PROCESS + ".bpmn", model())
                .deploy();
    }

    /**
     * What it does.
     *
     * @param starts instances a second
     * @param steps a second
     */
    record Rates(double starts, double steps) {}

    /** Starts instances, then lets all their timers run to the end. */
    Rates measure(int instances) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(STARTERS)) {
            List<Future<?>> starting = new ArrayList<>();
            for (int n = 0; n < instances; n++) {
                Map<String, Object> variables = Map.of("member", n);
                starting.add(
                        threads.submit(() -> engine.getRuntimeService().startProcessInstanceByKey(PROCESS, variables)));
            }
            for (Future<?> started : starting) {
                started.get();
            }
        }
        double starts = instances / seconds(begun);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // until the first timer of each is due
        begun = System.nanoTime();
        engine.getProcessEngineConfiguration().getAsyncExecutor().start();
        while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("Flowable does not get to the end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return new Rates(starts, (double) instances * STEPS / seconds(begun));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static BpmnModel model() {
        org.flowable.bpmn.model.Process process = new org.flowable.bpmn.model.Process();
        process.setId(PROCESS);
        process.addFlowElement(named(new StartEvent(), "start"));
        String last = "start";
        for (int step = 1; step <= STEPS; step++) {
            TimerEventDefinition timer = new TimerEventDefinition();
            timer.setTimeDuration("PT1S");
            IntermediateCatchEvent wait = new IntermediateCatchEvent();
            wait.addEventDefinition(timer);
            process.addFlowElement(named(wait, "wait" + step));
            process.addFlowElement(named(new ExclusiveGateway(), "branch" + step));
            flow(process, last, "wait" + step, null);
            flow(process, "wait" + step, "branch" + step, null);
            process.addFlowElement(named(new ExclusiveGateway(), "said" + step));
            for (int half = 0; half < 2; half++) {
                String say = "say" + half + "_" + step;
                ServiceTask task = new ServiceTask();
                task.setImplementationType("class");
                task.setImplementation(Say.class.getName());
                process.addFlowElement(named(task, say));
                flow(process, "branch" + step, say, "${member % 2 == " + half + "}");
                flow(process, say, "said" + step, null);
            }
            last = "said" + step;
        }
        process.addFlowElement(named(new EndEvent(), "end"));
        flow(process, last, "end", null);
        BpmnModel model = new BpmnModel();
        model.addProcess(process);
        return model;
    }

    private static FlowElement named(FlowElement element, String id) {
        element.setId(id);
        return element;
    }

    private static void flow(
            org.flowable.bpmn.model.Process process, String from, String to, @Nullable String condition) {
        SequenceFlow flow = new SequenceFlow(from, to);
        flow.setId(from + "_" + to);
        flow.setConditionExpression(condition);
        process.addFlowElement(flow);
    }

    /** Intends a message: a row with a key, by the connection and in the transaction in which Flowable moves the instance. */
    public static final class Say implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            Connection connection =
                    CommandContextUtil.getDbSqlSession().getSqlSession().getConnection();
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO intent (key, template) VALUES (?, 1)")) {
                insert.setString(1, execution.getProcessInstanceId() + execution.getCurrentActivityId());
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        engine.getProcessEngineConfiguration().getAsyncExecutor().shutdown();
        engine.close();
    }
}
