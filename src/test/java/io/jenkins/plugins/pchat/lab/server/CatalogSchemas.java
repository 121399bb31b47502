package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.sql.SQLException;

/** Makes and removes the catalog views. */
final class CatalogSchemas {

    private CatalogSchemas() {}

    static void create(LabInstance instance, Database database) throws SQLException {}

    static void drop(LabInstance instance, Database database) throws SQLException {}
}
