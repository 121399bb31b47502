package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import java.util.ArrayList;
import java.util.List;

/** The volumes that hold files of databases. */
final class Volumes {

    private Volumes() {}

    static List<Object[]> stats(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database database : instance.databases().all()) {
            for (DataFile file : database.files()) {
                String path = file.physicalName();
                try {
                    long available = instance.storage().available(instance.hostName(), path);
                    String mount = path.startsWith("\\\\") ? path : path.substring(0, 3);
                    rows.add(new Object[] {
                        database.id(),
                        file.id(),
                        mount,
                        null,
                        "Data",
                        "NTFS",
                        instance.storage().capacity(),
                        available
                    });
                } catch (WindowsException e) {
                    // A file on a volume that is gone has no row here, as on a real server.
                    continue;
                }
            }
        }
        return rows;
    }
}
