package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A session whose server answers well, but now and then something else: another text, another type, nothing, a column or a row less, the same row twice;
 * and whose statements fail now and then. A row is read by name from another row's columns, so each value has the name that is asked for.
 */
public final class OddServer implements SqlSession {

    private final SqlSession session;
    private final Random random;
    private final double rate;
    private final List<String> texts;
    private final List<String> executed = new ArrayList<>();

    /** @param rate how much of what is answered is odd, from 0 to 1 */
    public OddServer(SqlSession session, long seed, double rate, List<String> texts) {
        this.session = session;
        this.random = new Random(seed);
        this.rate = rate;
        this.texts = texts;
    }

    /** All that was executed. */
    public List<String> executed() {
        return List.copyOf(executed);
    }

    @Override
    public String instance() {
        return session.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        StrictTokens.of(sql.replace('%', '*').replace('+', '*'));
        List<SqlRow> rows = new ArrayList<>();
        for (SqlRow row : session.query(sql, parameters)) {
            if (!odd()) {
                rows.add(row(row));
            } else if (random.nextBoolean()) {
                rows.add(row);
                rows.add(row(row));
            }
        }
        return rows;
    }

    private boolean odd() {
        return random.nextDouble() < rate;
    }

    private SqlRow row(SqlRow row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        row.columns().forEach((name, value) -> {
            if (!odd()) {
                columns.put(name, value);
            } else if (random.nextInt(8) > 0) {
                columns.put(name, value(value));
            }
        });
        return new SqlRow(columns);
    }

    private Object value(Object there) {
        String text = texts.get(random.nextInt(texts.size()));
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new BigDecimal("9".repeat(30));
            case 2 -> LocalDateTime.MAX;
            case 3 -> random.nextInt();
            case 4 -> there + text;
            default -> text;
        };
    }

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        executed.add(sql);
        StrictTokens.of(sql);
        if (odd()) {
            console.line(texts.get(random.nextInt(texts.size())));
            int[] numbers = {3101, 3013, 1205, 5061, 22022, 1404, 15110, 50000};
            throw SqlErrors.failure(
                    instance(),
                    List.of(new SqlErrors.Reported(
                            numbers[random.nextInt(numbers.length)], 16, texts.get(random.nextInt(texts.size())))));
        }
        session.execute(sql, console);
    }

    @Override
    public void close() {
        session.close();
    }
}
