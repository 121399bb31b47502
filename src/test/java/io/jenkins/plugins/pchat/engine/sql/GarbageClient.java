package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.time.Duration;
import java.util.Map;
import java.util.logging.LogManager;

/** Asks servers that answer with garbage, in a Java of its own with little memory, and prints how each attempt ended. */
final class GarbageClient {

    private static final Limits LIMITS = new Limits(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(700),
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            Duration.ofMillis(100));

    private GarbageClient() {}

    /** @param ports of the servers; each is asked for rows, and to execute something */
    public static void main(String[] ports) throws InterruptedException {
        LogManager.getLogManager().reset(); // the driver's own complaints
        for (String port : ports) {
            for (boolean query : new boolean[] {true, false}) {
                long start = System.nanoTime();
                String end = attempt(port, query);
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.println(port + " " + (query ? "query" : "execute") + " "
                        + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, "
                        + (runtime.totalMemory() - runtime.freeMemory() >> 20) + " MB: " + end);
            }
        }
        // What was given up must not go on: its threads end with their sockets.
        for (int look = 0; look < 100 && drivers() > 0; look++) {
            Thread.sleep(100);
        }
        System.out.println("left " + drivers());
        System.exit(0);
    }

    private static long drivers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(connect|read|execute|watch|abort).*"))
                .count();
    }

    private static String attempt(String port, boolean query) throws InterruptedException {
        SqlTarget target = new SqlTarget("localhost," + port, SqlTarget.Encrypt.FALSE, true, null);
        try (SqlSession session =
                new JdbcServers(LIMITS).open(target, new SqlLogin("u", "p"), new OperationId("garbage-1"))) {
            if (query) {
                return "rows " + session.query("SELECT v FROM t").size();
            }
            session.execute("BACKUP DATABASE [mgc] TO DISK = N'x'", Console.SILENT);
            return "executed";
        } catch (Failure e) {
            return "failure " + e.code() + ": " + e.what() + " -- "
                    + Map.of("length", e.getMessage().length());
        }
    }
}
