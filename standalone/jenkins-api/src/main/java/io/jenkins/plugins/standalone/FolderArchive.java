package io.jenkins.plugins.standalone;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import jenkins.model.ArtifactManager;

/** Keeps artifacts in a folder, as Jenkins' standard manager does. */
public final class FolderArchive extends ArtifactManager {

    private final Path folder;

    public FolderArchive(Path folder) {
        this.folder = folder;
    }

    @Override
    public void archive(FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> each : artifacts.entrySet()) {
            Path target = folder.resolve(each.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(
                    Path.of(workspace.child(each.getValue()).getRemote()), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
