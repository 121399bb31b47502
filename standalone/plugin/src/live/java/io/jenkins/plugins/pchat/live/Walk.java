package io.jenkins.plugins.pchat.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leads a build from question to question, in the person of the approver, up to its end. */
final class Walk {

    private static final Duration STEP_LIMIT = Duration.ofMinutes(10);

    /** What is done around an answer. */
    interface Event {
        void happens() throws Exception;
    }

    private final LiveJenkins jenkins;
    private final LiveBuild build;
    private final Map<String, Event> before = new HashMap<>();
    private final Map<String, Event> after = new HashMap<>();
    private final List<String> answered = new ArrayList<>();

    Walk(LiveJenkins jenkins, LiveBuild build) {
        this.jenkins = jenkins;
        this.build = build;
    }

    /** @param ok how the text of the button begins: {@code Do step 3} */
    Walk before(String ok, Event event) {
        before.put(ok, event);
        return this;
    }

    /** The same, after the answer. */
    Walk after(String ok, Event event) {
        after.put(ok, event);
        return this;
    }

    /** Answers everything; how the build ended. */
    String toTheEnd() throws Exception {
        String last = null;
        while (true) {
            String known = last;
            Question question = Waiting.forThe(
                    "the build asks or ends", STEP_LIMIT, () -> next(known), () -> "It was asked: " + answered);
            if (question == Question.NONE) {
                return build.result();
            }
            event(before, question);
            Rest.expect(question.ok(), build.approve(jenkins.as(Person.APPROVER), question), 200, 302);
            answered.add(question.ok());
            last = question.id();
            event(after, question);
        }
    }

    private Question next(String known) throws Exception {
        Question question = build.question();
        if (question != null) {
            return question.id().equals(known) ? null : question;
        }
        return build.result() == null ? null : Question.NONE;
    }

    private static void event(Map<String, Event> events, Question question) throws Exception {
        for (Map.Entry<String, Event> each : events.entrySet()) {
            if (question.ok().startsWith(each.getKey())) {
                each.getValue().happens();
            }
        }
    }

    /** The buttons that were pressed, in order. */
    List<String> answered() {
        return List.copyOf(answered);
    }
}
