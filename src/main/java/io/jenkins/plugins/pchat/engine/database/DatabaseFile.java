package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of a database on the server ({@code sys.master_files}).
 *
 * @param logical the name inside the database
 * @param type {@code ROWS}, {@code LOG}, {@code FILESTREAM}, {@code FULLTEXT}
 * @param bytes its size
 */
public record DatabaseFile(
        String database, int databaseId, int fileId, String logical, String type, String path, long bytes) {

    private static final int PAGE = 8192;

    /** The files of all databases, in the order of their ids. */
    public static List<DatabaseFile> all(SqlSession session) throws Failure, InterruptedException {
        List<DatabaseFile> files = new ArrayList<>();
        for (SqlRow row : session.query(Queries.ALL_FILES)) {
            files.add(new DatabaseFile(
                    row.word("database_name"),
                    row.integer("database_id"),
                    row.integer("file_id"),
                    row.word("logical_name"),
                    row.word("type_desc"),
                    row.word("physical_name"),
                    row.value("size") == null ? 0 : row.whole("size") * PAGE));
        }
        return files;
    }

    public boolean isOf(String name) {
        return database.equalsIgnoreCase(name);
    }

    public boolean isLog() {
        return "LOG".equals(type);
    }
}
