/** Connections, statements, names and errors of SQL Server. */
package io.jenkins.plugins.pchat.engine.sql;
