package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Login;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The logins of an instance. */
public final class Logins {

    /** The sid of login sa on every instance. */
    static final byte[] SA_SID = {1};

    private final List<Login> logins = new ArrayList<>();
    private int nextId = 260;

    Logins() {
        LocalDateTime installed = LocalDateTime.now();
        logins.add(new Login(1, Login.SA, 'S', SA_SID, null, true, installed));
        logins.add(new Login(2, "public", 'R', new byte[] {2}, null, false, installed));
        logins.add(new Login(3, "sysadmin", 'R', new byte[] {3}, null, false, installed));
    }

    /** Adds a login with a fresh sid, or the domain's for a Windows account. */
    public Login add(String name, char type, String password, boolean sysadmin, LocalDateTime now) {
        return add(name, type, type == 'S' ? Login.freshSid() : Login.domainSid(name), password, sysadmin, now);
    }

    /** Adds a login with a sid. */
    public synchronized Login add(
            String name, char type, byte[] sid, String password, boolean sysadmin, LocalDateTime now) {
        Login login = new Login(nextId++, name, type, sid, password, sysadmin, now);
        logins.add(login);
        return login;
    }

    public synchronized void drop(String name) {
        logins.removeIf(l -> l.name().equalsIgnoreCase(name));
    }

    public synchronized List<Login> all() {
        return List.copyOf(logins);
    }

    /** The login of a name, null when there is none. */
    public Login find(String name) {
        return all().stream()
                .filter(l -> l.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The login with a sid, null when there is none. */
    public Login find(byte[] sid) {
        return sid == null
                ? null
                : all().stream()
                        .filter(l -> Arrays.equals(l.sid(), sid))
                        .findFirst()
                        .orElse(null);
    }

    /** The login that may come in with this, null when nobody may. */
    Login check(String name, String password, boolean windows) {
        Login login = name == null ? null : find(name);
        if (login == null || login.type() == 'R' || windows != (login.type() != 'S')) {
            return null;
        }
        return windows || (login.password() != null && login.password().equals(password)) ? login : null;
    }

    /** The password of a Windows login, null when there is no such login. */
    String password(String account) {
        Login login = find(account);
        return login == null || login.type() != 'U' ? null : login.password();
    }
}
