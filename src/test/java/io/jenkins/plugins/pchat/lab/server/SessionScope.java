package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.catalog.Catalog;
import io.jenkins.plugins.pchat.lab.server.catalog.CatalogView;
import io.jenkins.plugins.pchat.lab.server.catalog.Properties;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.query.Scope;
import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the queries of a batch can refer to: its variables, the session's values, the tables and views that it may read.
 */
final class SessionScope implements Scope {

    private static final Set<String> OWN_SESSION = Set.of("dm_exec_sessions", "dm_exec_requests", "sysprocesses");

    private final LabSession session;
    private final Variables variables;

    SessionScope(LabSession session, Variables variables) {
        this.session = session;
        this.variables = variables;
    }

    @Override
    public Typed variable(String name) throws ServerError {
        return variables.get(name);
    }

    @Override
    public Typed global(String name) {
        LabInstance instance = session.instance();
        SessionState state = session.state();
        ServerError caught = state.caught();
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "@@SERVERNAME" -> typed("nvarchar(128)", instance.serverName());
            case "@@SERVICENAME" -> typed("nvarchar(128)", Properties.ofServer(instance, "InstanceName"));
            case "@@VERSION" ->
                typed("nvarchar(300)", "Microsoft SQL Server, simulated by the lab - " + instance.productVersion());
            case "@@SPID" -> typed("smallint", session.id());
            case "@@ROWCOUNT" -> typed("int", (int) state.rowCount());
            case "@@ERROR" -> typed("int", state.errorNumber());
            case "@@TRANCOUNT" -> typed("int", state.transactions());
            case "@@LANGUAGE" -> typed("nvarchar(128)", "us_english");
            case "@@MAX_PRECISION" -> typed("tinyint", 38);
            case "@@OPTIONS" -> typed("int", 5496);
            case "@@LOCK_TIMEOUT" -> typed("int", -1);
            case "@@DATEFIRST" -> typed("tinyint", 7);
            case "@@MICROSOFTVERSION" -> typed("int", instance.majorVersion() << 24);
            case "GETDATE", "CURRENT_TIMESTAMP" -> typed("datetime", instance.now());
            case "GETUTCDATE" ->
                typed(
                        "datetime",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plus(instance.settings().clock()));
            case "SYSDATETIME" -> typed("datetime2", instance.now());
            case "SYSUTCDATETIME" ->
                typed(
                        "datetime2",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plus(instance.settings().clock()));
            case "ORIGINAL_LOGIN", "SYSTEM_USER" ->
                typed("sysname", session.login().name());
            case "CURRENT_USER", "SESSION_USER", "USER" ->
                typed(
                        "sysname",
                        session.login().sysadmin() ? "dbo" : session.login().name());
            case "HOST_NAME" -> typed("nvarchar(128)", session.client().hostName());
            case "APP_NAME" -> typed("nvarchar(128)", session.client().applicationName());
            case "ERROR_NUMBER" -> typed("int", caught == null ? null : caught.number());
            case "ERROR_MESSAGE" -> typed("nvarchar(4000)", caught == null ? null : caught.getMessage());
            case "ERROR_SEVERITY" -> typed("int", caught == null ? null : caught.severity());
            case "ERROR_STATE" -> typed("int", caught == null ? null : caught.state());
            case "ERROR_LINE" -> typed("int", caught == null ? null : state.caughtLine());
            case "ERROR_PROCEDURE" -> typed("nvarchar(128)", null);
            case "XACT_STATE" -> typed("smallint", state.transactions() > 0 ? 1 : 0);
            default -> null;
        };
    }

    private static Typed typed(String type, Object value) {
        return new Typed(SqlTypes.column("", type), value);
    }

    @Override
    public Object variant(String function, List<Object> arguments) {
        boolean ofServer = function.equals("SERVERPROPERTY");
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        if (first == null || (!ofServer && arguments.size() < 2)) {
            return null;
        }
        return ofServer
                ? Properties.ofServer(session.instance(), first.toString())
                : Properties.ofDatabase(session.instance(), first.toString(), String.valueOf(arguments.get(1)));
    }

    @Override
    public int handle() {
        return session.handle();
    }

    @Override
    public String table(List<String> parts) throws ServerError {
        int size = parts.size();
        String name = parts.get(size - 1);
        String schema = size > 1 && !parts.get(size - 2).isEmpty() ? parts.get(size - 2) : "dbo";
        String database = size > 2 && !parts.get(size - 3).isEmpty() ? parts.get(size - 3) : session.database();
        if (size > 3) {
            throw new ServerError(7202, 2, 11, "Could not find server '" + parts.get(0) + "' in sys.servers.");
        }
        Database in = session.instance().databases().enter(session, database);
        CatalogView view = Catalog.find(name);
        boolean oldName = schema.equals("dbo") && name.equalsIgnoreCase("sysprocesses");
        if (schema.equalsIgnoreCase("sys") || oldName) {
            return view(in, view, name);
        }
        if (!schema.equalsIgnoreCase("dbo")) {
            throw invalidObject(String.join(".", parts));
        }
        if (in.name().equals("msdb") && !session.login().sysadmin()) {
            throw new ServerError(
                    229,
                    5,
                    14,
                    "The SELECT permission was denied on the object '" + name + "', database 'msdb', schema 'dbo'.");
        }
        return TableEngine.quote(in.schema()) + "." + TableEngine.quote(name);
    }

    private String view(Database in, CatalogView view, String name) throws ServerError {
        if (view == null) {
            throw Errors.notSimulated("sys." + name);
        }
        if (OWN_SESSION.contains(name.toLowerCase(Locale.ROOT))
                && !session.login().sysadmin()) {
            // Without VIEW SERVER STATE these show the caller's own session, and nothing tells that there are more.
            return "(SELECT * FROM " + TableEngine.quote("sys") + "." + TableEngine.quote(view.name()) + " WHERE "
                    + (view.name().startsWith("dm_") ? "session_id" : "spid") + " = " + session.id() + ")";
        }
        if (name.startsWith("dm_") && !session.login().sysadmin()) {
            throw new ServerError(
                    300, 14, "VIEW SERVER STATE permission was denied on object 'server', database 'master'.");
        }
        return (view.perDatabase() ? TableEngine.quote(Catalog.schema(in)) : "\"sys\"") + "."
                + TableEngine.quote(view.name());
    }

    static ServerError invalidObject(String name) {
        return new ServerError(208, 16, "Invalid object name '" + name + "'.");
    }
}
