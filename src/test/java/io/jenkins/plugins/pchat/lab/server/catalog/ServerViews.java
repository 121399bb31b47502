package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Login;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The views of the server itself: logins, configuration, services. */
final class ServerViews {

    private static final String PRINCIPAL =
            "name sysname, principal_id int, sid varbinary(85), type char(1), type_desc nvarchar(60), is_disabled "
                    + "bit, create_date datetime, "
                    + "modify_date datetime, default_database_name sysname, default_language_name sysname, "
                    + "is_fixed_role bit";

    private ServerViews() {}

    static List<CatalogView> all() {
        return List.of(
                CatalogView.server("server_principals", PRINCIPAL, (instance, none) -> principals(instance, false)),
                CatalogView.server("sql_logins", PRINCIPAL, (instance, none) -> principals(instance, true)),
                CatalogView.server(
                        "server_role_members",
                        "role_principal_id int, member_principal_id int",
                        (instance, none) -> members(instance)),
                CatalogView.server(
                        "configurations",
                        "configuration_id int, name nvarchar(35), value sql_variant, minimum sql_variant, maximum "
                                + "sql_variant, value_in_use sql_variant, "
                                + "description nvarchar(255), is_dynamic bit, is_advanced bit",
                        (instance, none) -> configurations(instance)),
                CatalogView.server(
                        "dm_server_services",
                        "servicename nvarchar(256), startup_type int, startup_type_desc nvarchar(256), status int, "
                                + "status_desc nvarchar(256), process_id int, "
                                + "last_startup_time datetimeoffset, service_account nvarchar(256), filename "
                                + "nvarchar(256), is_clustered nvarchar(1)",
                        (instance, none) -> services(instance)),
                CatalogView.server(
                        "dm_os_sys_info",
                        "cpu_count int, physical_memory_kb bigint, sqlserver_start_time datetime",
                        (instance, none) -> List.<Object[]>of(new Object[] {2, 4_194_304L, instance.started()})),
                CatalogView.server(
                        "servers",
                        "server_id int, name sysname, product sysname, data_source nvarchar(4000), is_linked bit",
                        (instance, none) -> List.<Object[]>of(
                                new Object[] {0, instance.serverName(), "SQL Server", instance.serverName(), false})));
    }

    private static List<Object[]> principals(LabInstance instance, boolean sqlOnly) {
        List<Object[]> rows = new ArrayList<>();
        for (Login login : instance.logins().all()) {
            if (!sqlOnly || login.type() == 'S') {
                rows.add(new Object[] {
                    login.name(),
                    login.id(),
                    login.sid(),
                    String.valueOf(login.type()),
                    login.typeName(),
                    false,
                    login.created(),
                    login.created(),
                    "master",
                    "us_english",
                    login.type() == 'R'
                });
            }
        }
        return rows;
    }

    private static List<Object[]> members(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        int sysadmin = instance.logins().find("sysadmin").id();
        instance.logins().all().stream()
                .filter(Login::sysadmin)
                .forEach(login -> rows.add(new Object[] {sysadmin, login.id()}));
        return rows;
    }

    private static List<Object[]> configurations(LabInstance instance) {
        return List.of(
                configuration(instance, 518, "show advanced options", 0, 1, 0, false),
                configuration(instance, 1579, "backup compression default", 0, 1, 0, false),
                configuration(instance, 1581, "backup checksum default", 0, 1, 0, false),
                configuration(instance, 16384, "Agent XPs", 0, 1, 1, true),
                configuration(instance, 16390, "xp_cmdshell", 0, 1, 0, true),
                configuration(instance, 1543, "min server memory (MB)", 0, 2_147_483_647, 0, true),
                configuration(instance, 1544, "max server memory (MB)", 128, 2_147_483_647, 2_147_483_647, true));
    }

    private static Object[] configuration(
            LabInstance instance, int id, String name, int minimum, int maximum, int otherwise, boolean advanced) {
        int value = instance.settings().configured(name, otherwise);
        return new Object[] {id, name, value, minimum, maximum, value, name, true, advanced};
    }

    private static List<Object[]> services(LabInstance instance) {
        String server = instance.serverName();
        String name = server.contains("\\") ? server.substring(server.indexOf('\\') + 1) : "MSSQLSERVER";
        boolean stopped = instance.faults().inForce(Fault.AGENT_STOPPED);
        OffsetDateTime started =
                instance.started().atZone(ZoneId.systemDefault()).toOffsetDateTime();
        return List.of(
                new Object[] {
                    "SQL Server (" + name + ")",
                    2,
                    "Automatic",
                    4,
                    "Running",
                    1000,
                    started,
                    instance.accounts().engine(),
                    "sqlservr.exe",
                    "N"
                },
                new Object[] {
                    "SQL Server Agent (" + name + ")",
                    2,
                    "Automatic",
                    stopped ? 1 : 4,
                    stopped ? "Stopped" : "Running",
                    stopped ? null : 1001,
                    stopped ? null : started,
                    instance.accounts().agent(),
                    "SQLAGENT.EXE",
                    "N"
                });
    }
}
