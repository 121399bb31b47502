/**
 * The Lync / Skype for Business management shell: a deployment's configuration and its replication, the cmdlets, and a
 * program that stands where {@code powershell.exe} stands. It does not interpret PowerShell: it knows the plugin's
 * script and does what that would do.
 */
package io.jenkins.plugins.pchat.lab.shell;
