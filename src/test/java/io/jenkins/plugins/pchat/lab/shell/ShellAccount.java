package io.jenkins.plugins.pchat.lab.shell;

/**
 * The Windows account that runs the shell.
 *
 * @param name {@code DCI\\svc-pchat}
 * @param password asked for by the remote shell only
 */
public record ShellAccount(String name, String password) {

    @Override
    public String toString() {
        return name;
    }
}
