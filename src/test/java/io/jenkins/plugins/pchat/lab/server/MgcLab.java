package io.jenkins.plugins.pchat.lab.server;

import java.nio.file.Path;
import java.util.List;

/** A lab whose instances both have mgc, with three messages on the backup. */
final class MgcLab extends LabFixture {

    static final String BAK = "\\\\nas\\pchat\\mgc.bak";
    static final String BACKUP = "BACKUP DATABASE [mgc] TO DISK = N'" + BAK
            + "' WITH COPY_ONLY, CHECKSUM, INIT, STATS = 5, NAME = N'mgc hand-over'";
    static final String RESTORE =
            "RESTORE DATABASE [mgc] FROM DISK = N'" + BAK + "' WITH FILE = 1, REPLACE, RECOVERY, CHECKSUM, STATS = 5";

    MgcLab(Path folder) {
        super(folder);
        backup.createDatabase("mgc");
        primary.createDatabase("mgc");
        backup.run(
                "mgc",
                "CREATE TABLE dbo.tblChatMessage (id int IDENTITY(1,1) PRIMARY KEY, body nvarchar(max) NOT NULL, "
                        + "sent datetime2 DEFAULT SYSDATETIME())");
        write("one", "two", "three");
    }

    /** Writes messages on the backup. */
    void write(String... bodies) {
        for (String body : bodies) {
            backup.run("mgc", "INSERT INTO tblChatMessage (body) VALUES (N'" + body + "')");
        }
    }

    /** The messages of an instance in order. */
    List<?> messages(LabInstance instance) throws Exception {
        RecordingReply reply = run(instance, "SELECT body FROM mgc.dbo.tblChatMessage ORDER BY id");
        return reply.results().get(0).rows().stream().map(r -> r.get(0)).toList();
    }

    /** The numbers of the errors that a batch gives. */
    List<Integer> errors(LabInstance instance, String batch) throws Exception {
        return run(instance, batch).errors().stream()
                .map(RecordingReply.Message::number)
                .toList();
    }
}
