package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Errors;
import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The procedures of log shipping, and what all of them share. Remote monitors and STANDBY are not simulated; asking for
 * them is error 40000.
 */
final class LogShippingProcedures {

    private LogShippingProcedures() {}

    static void install(Instance instance, Msdb msdb, Jobs jobs) {
        new PrimaryProcedures(msdb, jobs).register(instance);
        new PrimarySecondaryProcedures(msdb).register(instance);
        new SecondaryProcedures(msdb, jobs).register(instance);
        new SecondaryDatabaseProcedures(msdb, jobs).register(instance);
        new MonitorProcedures(msdb).register(instance);
        new AlertJobProcedures(msdb, jobs).register(instance);
    }

    /**
     * A procedure of log shipping: in master only (5001), for sysadmin only (21089), on a server that knows its name
     * (32053).
     */
    static Procedure procedure(String[] arguments, Refused.Body body) {
        return Refused.procedure(arguments, call -> {
            if (!call.isSysadmin()) {
                throw new Refused(21089, "Only members of the sysadmin fixed server role can perform this operation.");
            }
            if (!"master".equalsIgnoreCase(call.database())) {
                throw new Refused(5001, "User must be in the master database.");
            }
            if (call.instance().serverName() == null) {
                throw new Refused(32053, "The server name, given by '@@servername', is currently NULL.");
            }
            body.run(call);
        });
    }

    /** Refuses a monitor on another server: here each server is its own. */
    static void localMonitor(Procedure.Call call) throws ServerError {
        if (call.given("@monitor_server")
                && call.text("@monitor_server") != null
                && !call.text("@monitor_server")
                        .equalsIgnoreCase(call.instance().serverName())) {
            throw Errors.notSimulated("a monitor server other than the server itself, " + call.text("@monitor_server"));
        }
    }

    /** The name of a job to be made; 32022 when another job has it. */
    static String freeJobName(Procedure.Call call, String procedure, String argument, Jobs jobs, UUID own)
            throws Refused, ServerError {
        String name = Refused.needed(call, procedure, argument);
        Optional<UUID> taken = jobs.named(name);
        if (taken.isPresent() && !taken.get().equals(own)) {
            throw new Refused(
                    32022,
                    "Cannot add a log shipping job with name " + name
                            + ". A job with same name already exists in the system and this job does not belong to"
                            + " this log shipping configuration.");
        }
        return name;
    }

    /** A disabled job of the category log shipping whose one step is {@code sqllogship}. */
    static UUID job(Procedure.Call call, Jobs jobs, String name, String verb, UUID id) {
        UUID job = jobs.create(
                name, false, "Log shipping " + verb.toLowerCase(Locale.ROOT) + " job.", AgentTables.LOG_SHIPPING);
        jobs.addStep(
                job,
                "Log shipping " + verb.toLowerCase(Locale.ROOT) + " log job step.",
                "CmdExec",
                Sqllogship.command(verb, id, call.instance().serverName()),
                null);
        jobs.addServer(job);
        return job;
    }

    /** Sends rows with the columns named, with blanks between. */
    static void send(Procedure.Call call, List<Msdb.Row> rows, String names) {
        String[] columns = names.split(" ");
        List<Column> described =
                Arrays.stream(columns).map(column -> type(column)).toList();
        call.result(
                described,
                rows.stream()
                        .<List<?>>map(row -> Arrays.stream(columns)
                                .map(column -> value(row, column))
                                .toList())
                        .toList());
    }

    private static Object value(Msdb.Row row, String column) {
        Object value = row.value(column);
        return value instanceof Timestamp time
                ? time.toLocalDateTime()
                : value instanceof Number number ? Integer.valueOf(number.intValue()) : value;
    }

    /** The type of a column of msdb's tables, which their names tell. */
    private static Column type(String column) {
        if (column.endsWith("_id")) {
            return Column.of(column, Column.Type.UNIQUEIDENTIFIER);
        }
        if (column.endsWith("_date") || column.endsWith("_utc")) {
            return Column.of(column, Column.Type.DATETIME);
        }
        if (column.endsWith("_enabled")
                || column.endsWith("_mode")
                || column.equals("restore_all")
                || column.startsWith("is_")
                || column.equals("disconnect_users")
                || column.equals("status")
                || column.equals("user_specified_monitor")) {
            return Column.of(column, Column.Type.BIT);
        }
        boolean text = column.endsWith("_file")
                || column.endsWith("_directory")
                || column.endsWith("_share")
                || column.endsWith("_server")
                || column.endsWith("_database")
                || column.endsWith("_name")
                || column.equals("server");
        return text ? Column.nvarchar(column, 500) : Column.of(column, Column.Type.INT);
    }
}
