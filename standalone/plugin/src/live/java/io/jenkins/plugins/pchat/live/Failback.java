package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;

/**
 * The shipped pipeline, twice: a failback during which the controller is taken away two times, and a second build, of the pool by its name in the
 * configuration, that finds nothing to do.
 * It happens once; the tests look at what it has left.
 */
final class Failback implements AutoCloseable {

    private final LiveJenkins jenkins;
    private final Site site;
    private final LiveBuild first;
    private final Restarts restarts;
    private final Walk walk;
    private HttpResponse<String> refusal;
    private String pageWhileAsked;
    private String firstResult;
    private LiveBuild second;
    private String secondResult;
    private List<Journal.Entry> duringSecond;
    private EndState end;

    private Failback(LiveJenkins jenkins, Site site) throws Exception {
        this.jenkins = jenkins;
        this.site = site;
        first = site.job().build(site.parameters());
        restarts = new Restarts(jenkins, site, first);
        String overwrite = "Overwrite mgc on " + site.lab().servers().primaryAddress();
        walk = new Walk(jenkins, first)
                .before("Do step 1", () -> refusal = first.approve(jenkins.outsider(), first.question()))
                .before(
                        "Do step 2",
                        () -> pageWhileAsked = jenkins.as(Person.ADMIN).text(first.path() + "pchat-failback/"))
                .before("Do step 3", restarts::slowDown)
                .after("Do step 3", restarts::inMidBackup)
                .after(overwrite, restarts::inMidRestore);
    }

    /** Lets it happen. */
    static Failback run(LiveJenkins jenkins) throws Exception {
        Site site = new Site(jenkins, "failback");
        try {
            Failback failback = new Failback(jenkins, site);
            failback.run();
            return failback;
        } catch (Exception | AssertionError e) {
            site.close();
            throw e;
        }
    }

    private void run() throws Exception {
        try {
            firstResult = walk.toTheEnd();
            first.saveConsole("console-1.txt");
            int entries = site.lab().journal().entries().size();
            second = site.job().build(site.nameThePool());
            secondResult = new Walk(jenkins, second).toTheEnd();
            second.saveConsole("console-2.txt");
            List<Journal.Entry> all = site.lab().journal().entries();
            duringSecond = all.subList(entries, all.size());
        } finally {
            site.lab().chat().close();
            Files.write(
                    jenkins.settings().folder().resolve("journal.txt"),
                    site.lab().journal().entries().stream()
                            .map(Journal.Entry::toString)
                            .toList());
        }
        end = new EndState(site.lab());
        end.table(true).forEach(System.out::println);
    }

    Site site() {
        return site;
    }

    LiveBuild first() {
        return first;
    }

    String firstResult() {
        return firstResult;
    }

    /** The buttons that were pressed in the first build. */
    List<String> answered() {
        return walk.answered();
    }

    /** What somebody got who was not asked and answered the first question. */
    HttpResponse<String> refusal() {
        return refusal;
    }

    /** The record's page while the build waited with its second question. */
    String pageWhileAsked() {
        return pageWhileAsked;
    }

    Restarts restarts() {
        return restarts;
    }

    LiveBuild second() {
        return second;
    }

    String secondResult() {
        return secondResult;
    }

    /** What was asked of the lab while the second build ran. */
    List<Journal.Entry> duringSecond() {
        return duringSecond;
    }

    EndState end() {
        return end;
    }

    @Override
    public void close() throws Exception {
        site.close();
    }
}
