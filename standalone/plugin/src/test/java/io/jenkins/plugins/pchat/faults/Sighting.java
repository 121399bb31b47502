package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.lab.fault.Moments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells each moment of one step's run as a {@link Point}, and does what is said to happen there. */
abstract class Sighting implements Moments {

    private static final String SHELL = "shell";

    private final Map<List<Object>, Integer> counts = new HashMap<>();
    private Step step;
    private String application;

    /** From now on it is this step that is seen. */
    synchronized void watch(Step now, String itsApplication) {
        counts.clear();
        step = now;
        application = itsApplication;
    }

    /** What the sessions of the step call themselves. */
    String application() {
        return application;
    }

    /** Nothing is seen any more. */
    synchronized void rest() {
        step = null;
    }

    /** A moment has come. */
    abstract Blow before(Point point, Request request);

    /** What began at this moment is done. */
    abstract Blow after(Point point);

    /** Something that is not of the step that is seen. */
    abstract Blow others(String someApplication);

    @Override
    public synchronized Blow login(String server, String someApplication) {
        return mine(someApplication)
                ? before(point(Point.Kind.LOGIN, server, "login", false, true), null)
                : others(someApplication);
    }

    @Override
    public synchronized Blow before(Request request) {
        return mine(request.application())
                ? before(point(Point.Kind.REQUEST, request.server(), request.text(), !request.reads(), true), request)
                : others(request.application());
    }

    @Override
    public synchronized Blow after(Request request) {
        return mine(request.application())
                ? after(point(Point.Kind.REQUEST, request.server(), request.text(), !request.reads(), false))
                : Blow.NONE;
    }

    @Override
    public synchronized Blow beforeCmdlets(List<String> cmdlets) {
        return step == null
                ? Blow.NONE
                : before(point(Point.Kind.SHELL, SHELL, String.join("; ", cmdlets), changes(cmdlets), true), null);
    }

    @Override
    public synchronized Blow afterCmdlets(List<String> cmdlets) {
        return step == null
                ? Blow.NONE
                : after(point(Point.Kind.SHELL, SHELL, String.join("; ", cmdlets), changes(cmdlets), false));
    }

    private boolean mine(String someApplication) {
        return step != null && someApplication.equals(application);
    }

    private static boolean changes(List<String> cmdlets) {
        return cmdlets.stream().anyMatch(cmdlet -> !cmdlet.startsWith("Get-"));
    }

    /** @param anew whether it is one more of its kind; else the one that was begun last */
    private Point point(Point.Kind kind, String where, String text, boolean changes, boolean anew) {
        String settled = Point.settled(text);
        List<Object> one = List.of(kind, where, settled);
        int count = anew ? counts.merge(one, 1, Integer::sum) : counts.getOrDefault(one, 1);
        return new Point(step, kind, where, settled, changes, count);
    }
}
