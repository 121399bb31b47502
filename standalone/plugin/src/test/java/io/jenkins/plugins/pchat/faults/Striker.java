package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strikes at the moment of one cell, once, in its way. */
final class Striker extends Sighting {

    private static final Pattern FILE = Pattern.compile("DISK = N'([^']+)'");

    private final Cell cell;
    private final DataCentres lab;
    private final Guardian guardian;
    private boolean struck;
    private String dead;

    Striker(Cell cell, DataCentres lab, Guardian guardian) {
        this.cell = cell;
        this.lab = lab;
        this.guardian = guardian;
    }

    /** Whether the moment has come. */
    synchronized boolean struck() {
        return struck;
    }

    /** What went wrong and lasts is over; whoever is dead stays so, and another may have its name. */
    synchronized void over() {
        rest();
        dead = null;
        lab.faults().disarm();
    }

    @Override
    public void losing(String server, String database) {
        guardian.losing(server, database);
    }

    @Override
    Blow before(Point point, Request request) {
        if (dead != null) {
            return silence(point);
        }
        if (struck || !point.equals(cell.point())) {
            return Blow.NONE;
        }
        return switch (cell.way()) {
            case CONNECTION_CUT -> now(Blow.CUT);
            case SERVER_KILLED -> now(Blow.KILL);
            case DEADLOCK_VICTIM -> now(Blow.DEADLOCK);
            case LOGIN_REFUSED, RBAC_REFUSED -> now(Blow.REFUSE);
            case SHELL_CRASH -> now(Blow.CRASH);
            case AGENT_KILLED, AGENT_REPLACED -> die(point, request);
            case SHARE_FULL -> from(Fault.SHARE_FULL);
            case SHARE_GONE -> from(Fault.SHARE_GONE);
            case EXCLUSIVE_ACCESS_REFUSED -> from(Fault.EXCLUSIVE_ACCESS_REFUSED);
            case AGENT_STOPPED -> from(Fault.AGENT_STOPPED);
            case AGENT_SHARE_DENIED -> from(Fault.AGENT_SHARE_DENIED);
            case PAGES_DAMAGED -> from(Fault.PAGES_DAMAGED);
            case LATE_WRITER -> from(Fault.LATE_WRITER);
            case LATE_SESSION -> from(Fault.LATE_SESSION);
            case REPLICATION_STUCK -> from(Fault.REPLICATION_STUCK);
            case BACKUP_DAMAGED -> point.backsUp() ? from(Fault.BACKUP_DAMAGED) : damage(request);
            default -> Blow.NONE;
        };
    }

    @Override
    Blow after(Point point) {
        if (dead != null) {
            return silence(point);
        }
        if (struck || !point.equals(cell.point())) {
            return Blow.NONE;
        }
        return switch (cell.way()) {
            case ANSWER_LOST -> now(Blow.CUT);
            case SERVER_KILLED_AFTER -> now(Blow.KILL);
            case SHELL_CRASH_AFTER -> now(Blow.CRASH);
            case AGENT_KILLED_AFTER, AGENT_REPLACED_AFTER -> die(point, null);
            default -> Blow.NONE;
        };
    }

    @Override
    Blow others(String someApplication) {
        return Blow.NONE;
    }

    private Blow now(Blow blow) {
        struck = true;
        return blow;
    }

    private Blow from(Fault fault) {
        lab.faults().arm(fault);
        return now(Blow.NONE);
    }

    private Blow damage(Request request) {
        Matcher file = FILE.matcher(request.text());
        if (file.find() && lab.servers().damage(file.group(1))) {
            return now(Blow.NONE);
        }
        return Blow.NONE;
    }

    private Blow die(Point point, Request request) {
        struck = true;
        dead = point.where();
        if (request != null || point.kind() == Point.Kind.REQUEST) {
            lab.servers().clientGone(application());
        }
        return silence(point);
    }

    private static Blow silence(Point point) {
        return switch (point.kind()) {
            case LOGIN -> Blow.REFUSE;
            case REQUEST -> Blow.CUT;
            case SHELL -> Blow.CRASH;
        };
    }
}
