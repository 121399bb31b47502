package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A session that answers from a script. A query finds the answer registered last whose pattern occurs in it; a query
 * without an answer fails the
 * test. Executed statements are recorded; they do what is registered for them, and nothing otherwise.
 */
public final class ScriptedSession implements SqlSession {

    private final String instance;
    private final List<Scripted<Answer>> answers = new ArrayList<>();
    private final List<Scripted<Effect>> effects = new ArrayList<>();
    private final List<String> executed = new ArrayList<>();
    private final List<String> queried = new ArrayList<>();
    private int failAt;
    private Failure failure;
    private boolean afterEffect;

    public ScriptedSession(String instance) {
        this.instance = instance;
    }

    /** What a query is answered. */
    @FunctionalInterface
    public interface Answer {
        List<SqlRow> rows(Object... parameters) throws Failure, InterruptedException;
    }

    /** What a statement does when it is executed. */
    @FunctionalInterface
    public interface Effect {
        void run(String sql, Console console) throws Failure, InterruptedException;
    }

    private record Scripted<T>(Pattern pattern, T what) {}

    /** A row of names and values in turns. */
    public static SqlRow row(Object... namesAndValues) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SqlRow(columns);
    }

    /** Answers queries in which the pattern occurs (case does not matter) with these rows. */
    public ScriptedSession answer(String pattern, SqlRow... rows) {
        return answer(pattern, parameters -> List.of(rows));
    }

    /** Answers queries in which the pattern occurs by asking each time. */
    public ScriptedSession answer(String pattern, Answer answer) {
        answers.add(0, new Scripted<>(compile(pattern), answer));
        return this;
    }

    /** Runs this when a statement in which the pattern occurs is executed; the last one registered wins. */
    public ScriptedSession effect(String pattern, Effect effect) {
        effects.add(0, new Scripted<>(compile(pattern), effect));
        return this;
    }

    /** Fails statements in which the pattern occurs. */
    public ScriptedSession fail(String pattern, Failure error) {
        return effect(pattern, (sql, console) -> {
            throw error;
        });
    }

    /**
     * Fails the n-th executed statement, counted from 1 and from now; 0 for none.
     *
     * @param done whether the statement has its effect first, as when only the answer is lost
     */
    public ScriptedSession failAt(int n, boolean done, Failure error) {
        failAt = n == 0 ? 0 : executed.size() + n;
        afterEffect = done;
        failure = error;
        return this;
    }

    /** The statements that were executed, in order. */
    public List<String> executed() {
        return List.copyOf(executed);
    }

    /** The queries, in order. */
    public List<String> queried() {
        return List.copyOf(queried);
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        queried.add(sql);
        for (Scripted<Answer> scripted : answers) {
            if (scripted.pattern().matcher(sql).find()) {
                return scripted.what().rows(parameters);
            }
        }
        throw new AssertionError("nothing was scripted for: " + sql);
    }

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        executed.add(sql);
        boolean fails = executed.size() == failAt;
        if (fails && !afterEffect) {
            throw failure;
        }
        for (Scripted<Effect> scripted : effects) {
            if (scripted.pattern().matcher(sql).find()) {
                scripted.what().run(sql, console);
                break;
            }
        }
        if (fails) {
            throw failure;
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
