package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.server.tsql.WithOptions;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** The values of the options and devices of a BACKUP or RESTORE statement. */
final class OptionValues {

    private final WithOptions options;
    private final QueryRunner runner;

    OptionValues(WithOptions options, QueryRunner runner) {
        this.options = options;
        this.runner = runner;
    }

    /** A text, null without the option; 3031 or so for one that is too long is left to the server's truncation. */
    String text(String option) throws ServerError, InterruptedException {
        Expression value = options.values().get(option);
        Object found = value == null ? null : runner.value(value);
        return found == null ? null : found.toString();
    }

    int number(String option, int otherwise) throws ServerError, InterruptedException {
        Expression value = options.values().get(option);
        return value == null ? otherwise : number(option, runner.value(value));
    }

    private static int number(String option, Object value) throws ServerError {
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new ServerError(3031, 16, "Option '" + option + "' has a value that is not valid: " + value + ".");
        }
    }

    /** STATS: a number, 10 for the bare word; 0, for no messages, without it. */
    int stats() throws ServerError, InterruptedException {
        if (!options.has("STATS") && !options.values().containsKey("STATS")) {
            return 0;
        }
        int percent = number("STATS", 10);
        return Math.max(1, Math.min(100, percent));
    }

    boolean checksum() {
        return options.has("CHECKSUM");
    }

    /** A name as it stands, or the value of a variable or literal. */
    String name(Expression expression) throws ServerError, InterruptedException {
        Token token = expression.single();
        return token.isName() ? token.text() : String.valueOf(runner.value(expression));
    }

    /** The only device; media sets of several aren't simulated. */
    String device(List<Expression> disks) throws ServerError, InterruptedException {
        List<String> paths = new ArrayList<>();
        for (Expression disk : disks) {
            paths.add(name(disk));
        }
        if (paths.size() != 1) {
            throw Errors.notSimulated("a media set of " + paths.size() + " devices");
        }
        String path = paths.get(0);
        // A path without a folder is taken from the default backup folder.
        return path.contains("\\") || path.contains("/") ? path : "D:\\Data\\" + path;
    }
}
