package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * Asks one instance, each question by itself. One that can't be reached at all is not asked again and again: what is missing then says so in a few words,
 * and the reason is told once.
 */
final class Questions {

    private final SqlSession session;
    private final Reading<Boolean> reached;

    Questions(SqlSession session) throws InterruptedException {
        this.session = session;
        this.reached = Reading.of(() -> !session.query(Queries.SESSION_ID).isEmpty());
    }

    /** The instance as the user named it. */
    String instance() {
        return session.instance();
    }

    /** Whether the instance answers, and if not, why. */
    Reading<Boolean> reached() {
        return reached;
    }

    /** A question and what is made of its answer. */
    @FunctionalInterface
    interface Question<T> {
        T ask(SqlSession session) throws Failure, InterruptedException;
    }

    /** Asks; the answer is never null. */
    <T> Reading<T> ask(Question<T> question) throws InterruptedException {
        return reached.present()
                ? Reading.of(() -> question.ask(session))
                : Reading.failed(Failure.of(reached.failure().code(), session.instance() + " could not be asked"));
    }

    /** Asks what an older version may not have: then there is nothing to tell (error 208, invalid object name). */
    <T> Reading<T> askIfThere(Question<T> question, T otherwise) throws InterruptedException {
        return ask(asked -> {
            try {
                return question.ask(asked);
            } catch (Failure e) {
                if (e.sqlNumber() == NO_SUCH_OBJECT) {
                    return otherwise;
                }
                throw e;
            }
        });
    }

    private static final int NO_SUCH_OBJECT = 208;

    /** What can only be asked of a database that is online. */
    static void needsOnline(String name, DatabaseState database) throws Failure {
        if (database == null || !database.online()) {
            throw Failure.of(
                    Failure.Code.SQL, name + (database == null ? " does not exist" : " is " + database.state()));
        }
    }

    static List<String> names(List<SqlRow> rows) {
        return rows.stream().map(row -> row.word("name")).toList();
    }
}
