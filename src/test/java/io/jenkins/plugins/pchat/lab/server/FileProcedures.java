package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.storage.Storage;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The extended procedures on files, as the engine's account sees them: xp_fileexist, xp_dirtree, xp_create_subdir,
 * xp_fixeddrives, xp_delete_file.
 */
final class FileProcedures {

    private final LabInstance instance;

    private FileProcedures(LabInstance instance) {
        this.instance = instance;
    }

    static void register(LabInstance instance) {
        FileProcedures files = new FileProcedures(instance);
        instance.register("master.dbo.xp_fileexist", files::exists);
        instance.register("master.dbo.xp_dirtree", files::tree);
        instance.register("master.dbo.xp_create_subdir", files::createFolder);
        instance.register("master.dbo.xp_fixeddrives", files::drives);
        instance.register("master.dbo.xp_delete_file", files::delete);
    }

    private Path path(String windowsPath) throws WindowsException {
        return instance.storage().resolve(instance.hostName(), windowsPath);
    }

    /** With a second argument, an output, it tells of the file only and sends no rows. */
    private int exists(Procedure.Call call) {
        call.declare("filename", "file_exists");
        int file = 0;
        int folder = 0;
        int parent = 0;
        try {
            Path path = path(call.text("filename"));
            file = Files.isRegularFile(path) ? 1 : 0;
            folder = Files.isDirectory(path) ? 1 : 0;
            parent = folder == 1 || Files.isDirectory(path.getParent()) ? 1 : 0;
        } catch (WindowsException e) {
            // What can't be reached isn't there: three times 0 is the procedure's answer.
            parent = 0;
        }
        if (call.given("file_exists")) {
            call.output("file_exists", file);
            return 0;
        }
        call.result(
                List.of(
                        Column.of("File Exists", Type.INT),
                        Column.of("File is a Directory", Type.INT),
                        Column.of("Parent Directory Exists", Type.INT)),
                List.of(List.of(file, folder, parent)));
        return 0;
    }

    private int tree(Procedure.Call call) {
        call.declare("directory", "depth", "file");
        boolean withFiles = call.number("file", 0) != 0;
        int depth = call.number("depth", 0);
        List<List<?>> rows = new ArrayList<>();
        try {
            list(path(call.text("directory")), 1, depth == 0 ? Integer.MAX_VALUE : depth, withFiles, rows);
        } catch (IOException e) {
            // An inaccessible folder looks like an empty one.
            rows.clear();
        }
        List<Column> columns =
                new ArrayList<>(List.of(Column.nvarchar("subdirectory", 512), Column.of("depth", Type.INT)));
        if (withFiles) {
            columns.add(Column.of("file", Type.INT));
        }
        call.result(columns, rows);
        return 0;
    }

    private static void list(Path folder, int level, int depth, boolean withFiles, List<List<?>> rows)
            throws IOException {
        List<Path> entries;
        try (Stream<Path> found = Files.list(folder)) {
            entries = found.sorted().toList();
        }
        for (Path entry : entries) {
            boolean file = !Files.isDirectory(entry);
            String name = entry.getFileName().toString();
            if (withFiles) {
                rows.add(List.of(name, level, file ? 1 : 0));
            } else if (!file) {
                rows.add(List.of(name, level));
            }
            if (!file && level < depth) {
                list(entry, level + 1, depth, withFiles, rows);
            }
        }
    }

    /** 22048 with the operating system's code when the folder can't be made. */
    private int createFolder(Procedure.Call call) {
        call.declare("directory");
        String name = call.text("directory");
        try {
            if (!call.isSysadmin()) {
                throw new WindowsException(5, "Access is denied.");
            }
            Files.createDirectories(path(name));
            return 0;
        } catch (IOException e) {
            int code = e instanceof Storage.WindowsException windows ? windows.code() : 5;
            call.error(22048, 16, "xp_create_subdir() returned error " + code + ", '" + e.getMessage() + "'");
            return 1;
        }
    }

    private int drives(Procedure.Call call) throws ServerError {
        List<List<?>> rows = new ArrayList<>();
        for (char letter : instance.storage().drives(instance.hostName()).toCharArray()) {
            try {
                long free = instance.storage().available(instance.hostName(), letter + ":\\");
                rows.add(List.of(String.valueOf(letter), (int) Math.min(Integer.MAX_VALUE, free >> 20)));
            } catch (WindowsException e) {
                throw new ServerError(
                        22049, 16, "xp_fixeddrives() returned error " + e.code() + ", '" + e.getMessage() + "'");
            }
        }
        call.result(List.of(new Column("drive", Type.CHAR, 1, 0, 0), Column.of("MB free", Type.INT)), rows);
        return 0;
    }

    /** Deletes one backup file; folders with ages and endings aren't simulated. */
    private int delete(Procedure.Call call) throws ServerError {
        call.declare("type", "path", "extension", "cutoff", "subfolder");
        if (call.number("type", 0) != 0 || call.given("extension")) {
            throw Errors.notSimulated("xp_delete_file of more than one backup file");
        }
        try {
            Files.deleteIfExists(path(call.text("path")));
            return 0;
        } catch (IOException e) {
            throw new ServerError(22049, 16, "xp_delete_file() returned error 2, '" + e.getMessage() + "'");
        }
    }
}
