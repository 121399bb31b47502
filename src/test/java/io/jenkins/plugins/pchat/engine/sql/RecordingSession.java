package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/** A session that writes down what is executed on it, of whatever comes of it. */
public record RecordingSession(SqlSession session, List<String> executed) implements ForwardingSession {

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        executed.add(sql);
        session.execute(sql, console);
    }

    @Override
    public void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        executed.add(sql);
        session.execute(sql, bytes, console);
    }
}
