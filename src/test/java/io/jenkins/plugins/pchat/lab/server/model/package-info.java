/** What a server has: databases with their files, users, identity and log, and logins. */
package io.jenkins.plugins.pchat.lab.server.model;
