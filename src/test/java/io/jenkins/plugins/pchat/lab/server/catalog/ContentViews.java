package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.DatabaseUser;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The views that each database has of itself: files, users, tables. */
final class ContentViews {

    private static final String OBJECT =
            "name sysname, object_id int, principal_id int, schema_id int, parent_object_id int, type char(2), "
                    + "type_desc nvarchar(60), "
                    + "create_date datetime, modify_date datetime, is_ms_shipped bit";

    private ContentViews() {}

    static List<CatalogView> all() {
        return List.of(
                CatalogView.database(
                        "database_files",
                        "file_id int, type tinyint, type_desc nvarchar(60), data_space_id int, name sysname, "
                                + "physical_name nvarchar(260), state tinyint, "
                                + "state_desc nvarchar(60), size int, max_size int, growth int, is_percent_growth "
                                + "bit, is_read_only bit",
                        (instance, database) -> database.files().stream()
                                .map(DatabaseViews::file)
                                .toList()),
                CatalogView.database(
                        "database_principals",
                        "name sysname, principal_id int, type char(1), type_desc nvarchar(60), default_schema_name "
                                + "sysname, create_date datetime, "
                                + "modify_date datetime, owning_principal_id int, sid varbinary(85), is_fixed_role "
                                + "bit, authentication_type int, "
                                + "authentication_type_desc nvarchar(60)",
                        (instance, database) -> principals(database)),
                CatalogView.database(
                        "schemas",
                        "name sysname, schema_id int, principal_id int",
                        (instance, database) -> List.of(
                                new Object[] {"dbo", 1, 1}, new Object[] {"guest", 2, 2}, new Object[] {"sys", 4, 4})),
                CatalogView.database("tables", OBJECT, (instance, database) -> objects(database)),
                CatalogView.database("objects", OBJECT, (instance, database) -> objects(database)),
                CatalogView.database(
                        "indexes",
                        "object_id int, name sysname, index_id int, type tinyint, type_desc nvarchar(60), is_unique "
                                + "bit, is_primary_key bit",
                        (instance, database) -> indexes(database)),
                CatalogView.database(
                        "columns",
                        "object_id int, name sysname, column_id int, is_nullable bit, is_identity bit, max_length "
                                + "smallint",
                        ContentViews::columns),
                CatalogView.database(
                        "dm_db_partition_stats",
                        "partition_id bigint, object_id int, index_id int, partition_number int, used_page_count "
                                + "bigint, reserved_page_count bigint, "
                                + "row_count bigint",
                        ContentViews::partitions),
                CatalogView.database(
                        "certificates",
                        "name sysname, certificate_id int, principal_id int, thumbprint varbinary(32), subject "
                                + "nvarchar(4000)",
                        (instance, database) -> certificates(instance, database)));
    }

    /** Those that databases are encrypted with are in master. */
    private static List<Object[]> certificates(LabInstance instance, Database database) {
        List<Object[]> rows = new ArrayList<>();
        if (database.name().equals("master")) {
            instance.settings()
                    .certificates()
                    .forEach((name, thumbprint) ->
                            rows.add(new Object[] {name, rows.size() + 256, 1, thumbprint, "CN=" + name}));
        }
        return rows;
    }

    private static List<Object[]> principals(Database database) {
        List<Object[]> rows = new ArrayList<>();
        for (DatabaseUser user : database.users()) {
            String authentication = user.authentication();
            int number = authentication.equals("INSTANCE") ? 1 : authentication.equals("WINDOWS") ? 3 : 0;
            rows.add(new Object[] {
                user.name(),
                user.id(),
                String.valueOf(user.type()),
                user.typeName(),
                user.type() == 'R' ? null : "dbo",
                database.identity().created(),
                database.identity().created(),
                user.type() == 'R' ? 1 : null,
                user.sid(),
                user.id() >= 16384 && user.type() == 'R',
                number,
                authentication
            });
        }
        return rows;
    }

    private static List<Object[]> objects(Database database) {
        List<Object[]> rows = new ArrayList<>();
        for (TableDefinition table : database.tables().values()) {
            rows.add(new Object[] {
                table.name(),
                table.objectId(),
                null,
                1,
                0,
                "U ",
                "USER_TABLE",
                database.identity().created(),
                database.identity().created(),
                false
            });
        }
        return rows;
    }

    private static List<Object[]> indexes(Database database) {
        List<Object[]> rows = new ArrayList<>();
        for (TableDefinition table : database.tables().values()) {
            boolean key = table.columns().toUpperCase(Locale.ROOT).contains("PRIMARY KEY");
            rows.add(new Object[] {
                table.objectId(),
                key ? "PK_" + table.name() : null,
                key ? 1 : 0,
                key ? 1 : 0,
                key ? "CLUSTERED" : "HEAP",
                key,
                key
            });
        }
        return rows;
    }

    private static List<Object[]> columns(LabInstance instance, Database database) {
        List<Object[]> rows = new ArrayList<>();
        String sql = "SELECT COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE, IS_IDENTITY, CHARACTER_MAXIMUM_LENGTH FROM "
                + "INFORMATION_SCHEMA.COLUMNS "
                + "WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";
        try (Connection connection = instance.catalog();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (TableDefinition table : database.tables().values()) {
                query.setString(1, database.schema());
                query.setString(2, table.name());
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        int length = Math.min(found.getInt(5), 4000) * 2;
                        rows.add(new Object[] {
                            table.objectId(),
                            found.getString(1),
                            found.getInt(2),
                            found.getString(3).equals("YES"),
                            found.getString(4).equals("YES"),
                            length
                        });
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static List<Object[]> partitions(LabInstance instance, Database database) {
        List<Object[]> rows = new ArrayList<>();
        try (Connection connection = instance.catalog();
                Statement query = connection.createStatement()) {
            for (TableDefinition table : database.tables().values()) {
                String name = TableEngine.quote(database.schema()) + "." + TableEngine.quote(table.name());
                try (ResultSet count = query.executeQuery("SELECT COUNT(*) FROM " + name)) {
                    count.next();
                    long pages = count.getLong(1) / 40 + 1;
                    rows.add(new Object[] {
                        (long) table.objectId() << 16, table.objectId(), 1, 1, pages, pages + 1, count.getLong(1)
                    });
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
