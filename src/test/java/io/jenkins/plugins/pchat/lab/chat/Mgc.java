package io.jenkins.plugins.pchat.lab.chat;

import io.jenkins.plugins.pchat.lab.server.LabInstance;

/**
 * The lab's {@code mgc}: rooms and numbered messages. The real one has more tables, under names that Microsoft does
 * not document.
 */
public final class Mgc {

    public static final String NAME = "mgc";

    static final String INSERT =
            "INSERT INTO dbo.tblChat (chatId, roomId, author, sentAt, content) VALUES (?, ?, ?, ?, ?)";

    private static final int ROOMS = 12;
    private static final int ROWS_A_BATCH = 500;

    private Mgc() {}

    /** Makes the empty tables, as the reinstallation through Topology Builder does. */
    public static void createTables(LabInstance instance) {
        instance.run(NAME, "CREATE TABLE dbo.tblRoom (roomId int NOT NULL PRIMARY KEY, name nvarchar(256) NOT NULL)");
        instance.run(
                NAME,
                "CREATE TABLE dbo.tblChat (chatId bigint NOT NULL PRIMARY KEY, roomId int NOT NULL, author nvarchar(256) NOT NULL,"
                        + " sentAt datetime2(3) NOT NULL, content nvarchar(400) NOT NULL)");
    }

    /** Fills them with the rooms and the messages 1 to the given number. */
    public static void fill(LabInstance instance, int messages) {
        StringBuilder rooms = new StringBuilder();
        for (int room = 1; room <= ROOMS; room++) {
            rooms.append(room == 1 ? "" : ", ")
                    .append("(")
                    .append(room)
                    .append(", N'Room ")
                    .append(room)
                    .append("')");
        }
        instance.run(NAME, "INSERT INTO dbo.tblRoom (roomId, name) VALUES " + rooms);
        for (int first = 1; first <= messages; first += ROWS_A_BATCH) {
            StringBuilder rows = new StringBuilder();
            for (int id = first; id < first + ROWS_A_BATCH && id <= messages; id++) {
                rows.append(id == first ? "" : ", ")
                        .append("(%d, %d, N'%s', '2026-01-01T12:00:00', N'%s')"
                                .formatted(id, room(id), author(id), content(id)));
            }
            instance.run(NAME, "INSERT INTO dbo.tblChat (chatId, roomId, author, sentAt, content) VALUES " + rows);
        }
    }

    static int room(long message) {
        return (int) (message % ROOMS) + 1;
    }

    static String author(long message) {
        return "sip:user" + message % 97 + "@discovery.com";
    }

    static String content(long message) {
        return "Message " + message + ": the quick brown fox jumps over the lazy dog, and the dog writes it down.";
    }
}
