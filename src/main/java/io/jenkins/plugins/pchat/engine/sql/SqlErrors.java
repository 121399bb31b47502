package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the error numbers of SQL Server mean here and what to do about them; the table is the bundle {@code SqlErrors}.
 */
public final class SqlErrors {

    /** Errors that only say that something failed; the cause is the error before them. */
    private static final Set<Integer> FOLLOW_UPS = Set.of(3013, 3041, 3119, 5069, 8180, 15118);

    private static final Set<Integer> LOGIN = Set.of(4060, 18452, 18456, 18461, 18470, 18486, 18487, 18488);
    private static final Set<Integer> DENIED = Set.of(229, 262, 297, 300, 916, 3110, 5011, 6102, 15151, 15247);

    /** {@code Operating system error 5(Access is denied.)} in 3201, {@code failed: 112(...)} in 3202 and 3203. */
    private static final Pattern OS_ERROR = Pattern.compile("(?:error|failed:) (\\d+)\\(");

    private static final ResourceBundle TABLE = ResourceBundle.getBundle(SqlErrors.class.getName());

    private SqlErrors() {}

    /**
     * One error as the server reported it.
     *
     * @param severity 11 to 25; 0 when it isn't known
     */
    public record Reported(int number, int severity, String text) {

        /** SQL Server's own messages have 2047 characters at most. */
        private static final int LONGEST = 2_048;

        public Reported {
            text = PlainText.line(text, LONGEST);
        }
    }

    /** Errors beside the cause that are told. */
    private static final int MOST_OTHERS = 5;

    /** The failure for what the server reported, in the order in which it did. */
    public static Failure failure(String instance, List<Reported> errors) {
        Reported cause = cause(errors);
        StringBuilder what = new StringBuilder(instance + ": ");
        String meaning = meaning(cause.number());
        if (meaning != null) {
            what.append(meaning).append(' ');
        }
        what.append("SQL Server's error ").append(cause.number());
        if (cause.severity() > 0) {
            what.append(", severity ").append(cause.severity());
        }
        what.append(": ").append(cause.text());
        List<String> others = errors.stream()
                .filter(e -> e != cause)
                .map(e -> e.number() + " " + e.text())
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
        if (!others.isEmpty()) {
            what.append(" (with it: ").append(String.join("; ", others)).append(')');
        }
        Failure failure = Failure.sql(code(cause.number()), cause.number(), what.toString());
        String remedy = remedy(cause);
        return remedy == null ? failure : failure.next(remedy);
    }

    /** The first error that names a cause, or the first one if none does. */
    static Reported cause(List<Reported> errors) {
        return errors.stream()
                .filter(e -> !FOLLOW_UPS.contains(e.number()))
                .findFirst()
                .orElse(errors.get(0));
    }

    private static Failure.Code code(int number) {
        if (LOGIN.contains(number)) {
            return Failure.Code.LOGIN;
        }
        return DENIED.contains(number) ? Failure.Code.DENIED : Failure.Code.SQL;
    }

    /** What an error means, as a sentence; null when the table doesn't know it. */
    static String meaning(int number) {
        return entry(number + ".means");
    }

    /**
     * An error of the operating system inside the text says more than the number of SQL Server's error: 3201 with 5 is
     * not 3201 with 53.
     */
    private static String remedy(Reported error) {
        Matcher os = OS_ERROR.matcher(error.text());
        if (os.find()) {
            String byOs = entry("os." + os.group(1) + ".next");
            if (byOs != null) {
                return byOs;
            }
        }
        return entry(error.number() + ".next");
    }

    private static String entry(String key) {
        return TABLE.containsKey(key) ? TABLE.getString(key) : null;
    }
}
