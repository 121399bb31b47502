package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PRINT, RAISERROR, THROW and WAITFOR. */
final class Messages {

    private static final Pattern PLACE = Pattern.compile("%(?:[-+0 #]*\\d*)([sdiuxX%])|%I64d");
    private static final Pattern DELAY = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,3}))?)?");

    private final LabSession session;
    private final QueryRunner runner;
    private final Reply reply;

    Messages(LabSession session, QueryRunner runner, Reply reply) {
        this.session = session;
        this.runner = runner;
        this.reply = reply;
    }

    void run(Statement.Plain statement) throws ServerError, InterruptedException {
        if (statement instanceof Statement.Print print) {
            Object text = runner.value(print.text());
            reply.info(0, 1, 0, text == null ? " " : text.toString(), print.line());
        } else if (statement instanceof Statement.Raise raise) {
            raise(raise);
        } else if (statement instanceof Statement.Throw thrown) {
            throwError(thrown);
        } else if (statement instanceof Statement.WaitFor wait) {
            session.running().request().command("WAITFOR", "WAITFOR");
            reply.flush();
            // The client asked for exactly this wait.
            Thread.sleep(milliseconds(String.valueOf(runner.value(wait.delay()))));
            reply.done();
        } else {
            throw Errors.notSimulated(statement.getClass().getSimpleName());
        }
    }

    private void raise(Statement.Raise raise) throws ServerError, InterruptedException {
        List<Object> arguments = new ArrayList<>();
        for (Expression argument : raise.arguments()) {
            arguments.add(runner.value(argument));
        }
        if (arguments.size() < 3) {
            throw Errors.syntax(")");
        }
        if (!(arguments.get(0) instanceof String format)) {
            throw Errors.notSimulated("RAISERROR with a message number");
        }
        int severity = runner.number(raise.arguments().get(1));
        int state = runner.number(raise.arguments().get(2));
        String text = format(format, arguments.subList(3, arguments.size()));
        if (severity > 18
                && !(raise.options().contains("LOG") && session.login().sysadmin())) {
            throw new ServerError(
                    2754,
                    16,
                    "Error severity levels greater than 18 can only be specified by members of the sysadmin role, "
                            + "using the WITH LOG option.");
        }
        if (severity > 10) {
            throw new ServerError(50000, state, severity, text);
        }
        reply.info(50000, state, severity, text, raise.line());
        if (raise.options().contains("NOWAIT")) {
            reply.flush();
        }
    }

    static String format(String format, List<Object> values) {
        Matcher place = PLACE.matcher(format);
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (place.find()) {
            String value = "%";
            if (!"%".equals(place.group(1))) {
                Object argument = next < values.size() ? values.get(next++) : null;
                value = argument == null ? "(null)" : argument.toString();
            }
            place.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        place.appendTail(text);
        return text.toString();
    }

    private void throwError(Statement.Throw thrown) throws ServerError, InterruptedException {
        if (thrown.arguments().isEmpty()) {
            ServerError caught = session.state().caught();
            if (caught == null) {
                throw new ServerError(
                        10704,
                        15,
                        "To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW "
                                + "statement inside a CATCH block, or add error "
                                + "parameters to the THROW statement.");
            }
            throw new ServerError(caught.number(), caught.state(), caught.severity(), caught.getMessage());
        }
        if (thrown.arguments().size() != 3) {
            throw Errors.syntax("THROW");
        }
        int number = runner.number(thrown.arguments().get(0));
        String text = String.valueOf(runner.value(thrown.arguments().get(1)));
        int state = runner.number(thrown.arguments().get(2));
        throw new ServerError(number, state, 16, text);
    }

    private static long milliseconds(String delay) throws ServerError {
        Matcher parts = DELAY.matcher(delay.trim());
        if (!parts.matches()) {
            throw new ServerError(148, 15, "Incorrect time syntax in time string '" + delay + "' used with WAITFOR.");
        }
        long seconds = Long.parseLong(parts.group(1)) * 3600 + Long.parseLong(parts.group(2)) * 60;
        seconds += parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
        String fraction = parts.group(4) == null ? "0" : (parts.group(4) + "00").substring(0, 3);
        return seconds * 1000 + Long.parseLong(fraction);
    }
}
