package io.jenkins.plugins.pchat.step;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.jvnet.hudson.test.JenkinsRule;

/** Answers a build's questions through the web pages, as people do. */
final class Approvals {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 100;

    private final JenkinsRule jenkins;
    private final WorkflowRun build;

    Approvals(JenkinsRule jenkins, WorkflowRun build) {
        this.jenkins = jenkins;
        this.build = build;
    }

    /** Waits for a question; null if the build ends without one. */
    InputStepExecution next() throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (build.isBuilding()) {
            InputAction action = build.getAction(InputAction.class);
            if (action != null && !action.getExecutions().isEmpty()) {
                return action.getExecutions().get(0);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no question for " + LIMIT + "\n" + JenkinsRule.getLog(build));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return null;
    }

    /** Approves everything until the build ends; answers what was asked. */
    List<String> approveAll(String user) throws Exception {
        List<String> asked = new ArrayList<>();
        InputStepExecution question = next();
        while (question != null) {
            asked.add(question.getInput().getMessage());
            approve(question, user);
            question = next();
        }
        return asked;
    }

    void approve(InputStepExecution question, String user) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient().login(user)) {
            HtmlPage page = browser.getPage(build, "input");
            jenkins.submit(page.getFormByName(question.getId()), "proceed");
        }
    }

    /** Sends an approval without a form, as somebody would who isn't shown one; answers the response's status. */
    int forge(InputStepExecution question, String user) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .login(user)) {
            URL url = new URL(jenkins.getURL(), build.getUrl() + "input/" + question.getId() + "/proceedEmpty");
            return browser.getPage(browser.addCrumb(new WebRequest(url, HttpMethod.POST)))
                    .getWebResponse()
                    .getStatusCode();
        }
    }
}
