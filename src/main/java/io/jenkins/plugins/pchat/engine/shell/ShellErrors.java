package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what a PowerShell process ended with into a failure that a person can act on. */
final class ShellErrors {

    /** Categories of PowerShell errors that mean a missing right. */
    private static final Set<String> DENIED = Set.of("PermissionDenied", "SecurityError", "AuthenticationError");

    private static final String LOCAL_RIGHTS = "Run the agent as a domain account in the group RTCUniversalServerAdmins"
            + " (and log the account off and on after it was added), or use a remote shell.";

    private static final String REMOTE_RIGHTS =
            "Give the account a role that contains the cmdlet, as CsAdministrator does;"
                    + " Get-CsAdminRole | Where-Object {$_.Cmdlets -match '<cmdlet>'} lists such roles.";

    private final List<Cmdlet> calls;
    private final RemoteShell remote;

    ShellErrors(List<Cmdlet> calls, RemoteShell remote) {
        this.calls = calls;
        this.remote = remote;
    }

    /** A failure that the script itself reported. */
    Failure of(ShellWire.Problem problem, int exitCode) {
        return switch (exitCode) {
            case ShellScript.CMDLET_FAILED -> cmdlet(problem);
            case ShellScript.NO_MODULE ->
                Failure.of(Failure.Code.SHELL, "The management shell is not usable on the agent: " + problem.message())
                        .next("Install the Lync Server / Skype for Business Server administrative tools on the"
                                + " agent's machine, use a 64-bit Java for the agent, or give the address of a"
                                + " remote shell.");
            case ShellScript.NO_REMOTE_SESSION -> remoteSession(problem);
            default ->
                Failure.of(Failure.Code.SHELL, "The script refused the request: " + detail(problem))
                        .next("Run the step again; if this comes back, report it with the log of the build.");
        };
    }

    private Failure cmdlet(ShellWire.Problem problem) {
        Cmdlet call = problem.call() >= 0 && problem.call() < calls.size() ? calls.get(problem.call()) : null;
        String name = call == null ? "the shell" : call.name();
        if (remote != null && problem.id().contains("CommandNotFoundException")) {
            return hidden(name, problem);
        }
        String what = (call == null ? name : call.toString()) + " failed: " + detail(problem);
        if (isDenied(problem)) {
            return Failure.of(Failure.Code.DENIED, what).next(remote == null ? LOCAL_RIGHTS : remoteRights(name));
        }
        return Failure.of(Failure.Code.SHELL, what)
                .next("Run the cmdlet by hand in the management shell, mend what it says, then run this step again.");
    }

    private Failure hidden(String names, ShellWire.Problem problem) {
        return Failure.of(
                        Failure.Code.DENIED,
                        "The remote shell " + remote + " does not offer all of " + names
                                + ". Role based access control leaves out what an account may not run: "
                                + detail(problem))
                .next(remoteRights(names));
    }

    private static String remoteRights(String names) {
        return REMOTE_RIGHTS.replace("<cmdlet>", names.replace(", ", "|"));
    }

    private Failure remoteSession(ShellWire.Problem problem) {
        if (problem.stage().equals("import")) {
            return hidden(names(), problem);
        }
        return Failure.of(
                        isDenied(problem) ? Failure.Code.DENIED : Failure.Code.CONNECT,
                        "No session with the remote shell " + remote + ": " + detail(problem))
                .next("Check the address, that its certificate is trusted on the agent's machine, and that the"
                        + " account may log in.");
    }

    /** A process that ended without a complete answer. */
    Failure noAnswer(int exitCode, String stderr, String stdout) {
        List<String> lines = new ArrayList<>(Noise.lastLines(stderr));
        if (lines.isEmpty()) {
            lines.addAll(Noise.lastLines(stdout));
        }
        return Failure.of(
                        Failure.Code.SHELL,
                        "PowerShell ended with exit code " + exitCode + " and without an answer to " + names() + "."
                                + (lines.isEmpty() ? " It printed nothing." : " It printed:"))
                .showing(lines.stream().map(this::withoutSecret).toList())
                .next("Run this step again: it looks first whether the change was made.");
    }

    private boolean isDenied(ShellWire.Problem problem) {
        String id = problem.id().toLowerCase(Locale.ROOT);
        return DENIED.contains(problem.category())
                || id.contains("accessdenied")
                || id.contains("unauthorized")
                || id.contains("notauthorized");
    }

    private String names() {
        return calls.stream().map(Cmdlet::name).distinct().collect(Collectors.joining(", "));
    }

    private String detail(ShellWire.Problem problem) {
        return withoutSecret(problem.message()) + " (" + problem.id() + ", category " + problem.category() + ")";
    }

    private String withoutSecret(String text) {
        return remote == null || remote.password() == null || remote.password().isEmpty()
                ? text
                : text.replace(remote.password(), "****");
    }
}
