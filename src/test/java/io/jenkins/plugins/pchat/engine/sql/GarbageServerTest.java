package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.sql.GarbageServer.At;
import io.jenkins.plugins.pchat.engine.sql.GarbageServer.Misdeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that send garbage, asked through the real driver by a Java with little memory: each attempt ends with a failure, in time, and nothing is left running.
 */
@Timeout(180)
class GarbageServerTest {

    /** So much, of which the driver and the JVM need some 40 MB: the values and texts that are collected at most are far less in these tests. */
    private static final String HEAP = "-Xmx384m";

    private static final int MOST_MILLIS = 15_000;

    /** Garbage of random bytes and of changed answers: each seed is another. */
    private static final int SEEDS = Integer.getInteger("pchat.garbage.seeds", 6);

    private final Map<Integer, String> cases = new LinkedHashMap<>();
    private final List<GarbageServer> servers = new ArrayList<>();

    private void add(String name, At at, Misdeed misdeed) throws IOException {
        GarbageServer server = new GarbageServer(at, misdeed);
        servers.add(server);
        cases.put(server.port(), name);
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** A good answer in which a few bytes are others. */
    private static byte[] changed(byte[] good, int seed) {
        Random random = new Random(seed);
        byte[] bytes = good.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        }
        return bytes;
    }

    private void endlessAnswers() throws IOException {
        byte[] info = Tds.message(0xAB, 50000, "all is well");
        byte[] error = Tds.message(0xAA, 50000, "nothing is well");
        for (At at : List.of(At.LOGIN, At.FIRST_QUERY, At.STATEMENT)) {
            add("endless messages at " + at, at, GarbageServer.endless(new byte[0], info));
            add("endless errors at " + at, at, GarbageServer.endless(new byte[0], error));
            add("endless ends at " + at, at, GarbageServer.endless(new byte[0], Tds.DONE_MORE));
            add(
                    "endless changes at " + at,
                    at,
                    GarbageServer.endless(new byte[0], Tds.hex("E3 0800 07 05 0904D00034 00")));
        }
        for (At at : List.of(At.FIRST_QUERY, At.STATEMENT)) {
            add("endless rows at " + at, at, GarbageServer.endless(Tds.INT_COLUMN, Tds.INT_ROW));
            add(
                    "endless results at " + at,
                    at,
                    GarbageServer.endless(new byte[0], Tds.join(Tds.INT_COLUMN, Tds.DONE_MORE)));
        }
    }

    private void giants() throws IOException {
        byte[] chunk = Tds.join(Tds.u32(3_000), new byte[3_000]);
        add(
                "a text without end",
                At.STATEMENT,
                GarbageServer.endless(Tds.join(Tds.MAX_COLUMN, Tds.hex("D1 FEFFFFFFFFFFFFFF")), chunk));
        add(
                "a text of 2 GB in one piece",
                At.STATEMENT,
                GarbageServer.endless(
                        Tds.join(Tds.MAX_COLUMN, Tds.hex("D1 FFFFFF7F00000000 FFFFFF7F")), new byte[4_000]));
        add(
                "an ntext of 2 GB",
                At.STATEMENT,
                GarbageServer.endless(
                        Tds.join(Tds.NTEXT_COLUMN, Tds.hex("D1 10"), new byte[24], Tds.hex("FFFFFF7F")),
                        new byte[4_000]));
        add(
                "a variant of 2 GB",
                At.STATEMENT,
                GarbageServer.endless(
                        Tds.join(
                                Tds.hex("81 0100 00000000 0100 62 FFFFFF7F 01"),
                                Tds.utf16("v"),
                                Tds.hex("D1 FFFFFF7F")),
                        new byte[4_000]));
        add(
                "65535 columns",
                At.STATEMENT,
                GarbageServer.endless(Tds.hex("81 FFFF"), Tds.join(Tds.hex("00000000 0000 38 01"), Tds.utf16("v"))));
        add("extensions of 2 GB at login", At.LOGIN, GarbageServer.endless(Tds.hex("AE 01 FFFFFF7F"), new byte[4_000]));
        add(
                "a message longer than its text",
                At.STATEMENT,
                out -> Tds.send(out, Tds.hex("AB FFFF 50C30000 0100 FFFF"), true));
    }

    private void noise() throws IOException {
        byte[] good = Tds.join(
                Tds.message(0xAB, 1, "hello"),
                Tds.INT_COLUMN,
                Tds.INT_ROW,
                Tds.INT_ROW,
                Tds.message(0xAA, 2, "no"),
                Tds.DONE);
        for (int i = 0; i < SEEDS; i++) {
            int seed = i;
            At at = At.values()[i % 4];
            add("random bytes " + seed + " at " + at, at, out -> out.write(random(seed, 5_000)));
            add("random tokens " + seed + " at " + at, at, out -> Tds.send(out, random(seed, 5_000), true));
            add("a changed login " + seed, At.LOGIN, out -> Tds.send(out, changed(Tds.loginReply(), seed), true));
            add("a changed answer " + seed, At.STATEMENT, out -> Tds.send(out, changed(good, seed), true));
            add(
                    "a changed PRELOGIN " + seed,
                    At.PRELOGIN,
                    out -> Tds.send(out, changed(Tds.preloginReply(), seed), true));
        }
        add("half a token", At.STATEMENT, out -> Tds.send(out, Tds.hex("81 01"), true));
        add("packets of a length below their head", At.STATEMENT, out -> out.write(Tds.hex("04 01 0004 0033 01 00")));
    }

    @Test
    void endsInAFailureInTimeAndInLittleMemory() throws Exception {
        endlessAnswers();
        giants();
        noise();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                GarbageClient.class.getName()));
        cases.keySet().forEach(port -> command.add(String.valueOf(port)));
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(client.waitFor(10, TimeUnit.SECONDS));
        for (GarbageServer server : servers) {
            server.close();
        }
        List<String> bad = new ArrayList<>();
        List<String> lines = output.lines().toList();
        cases.forEach((port, name) -> {
            List<String> of =
                    lines.stream().filter(line -> line.startsWith(port + " ")).toList();
            if (of.size() != 2 || !of.stream().allMatch(line -> isFine(name, line))) {
                bad.add(name + ": " + of);
            }
        });
        if (Boolean.getBoolean("pchat.garbage.show")) {
            lines.forEach(line -> System.out.println(name(line) + " " + line));
        }
        assertEquals(List.of(), bad, output);
        assertEquals("left 0", lines.get(lines.size() - 1));
    }

    private String name(String line) {
        return line.matches("\\d+ .*") ? cases.getOrDefault(Integer.valueOf(line.split(" ")[0]), "?") : "";
    }

    /** Bytes that are changed at random may still be an answer; all else is none. */
    private static boolean isFine(String name, String line) {
        long millis = Long.parseLong(line.split(" ")[2]);
        boolean lucky = name.startsWith("a changed") || name.startsWith("random");
        return millis < MOST_MILLIS
                && PlainText.isPlain(line)
                && line.length() < 3_000
                && (line.contains(": failure ") || lucky && (line.contains(": rows ") || line.endsWith(": executed")));
    }
}
