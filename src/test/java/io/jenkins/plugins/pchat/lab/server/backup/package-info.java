/** Backup files: their format, and how they are written and read. */
package io.jenkins.plugins.pchat.lab.server.backup;
