/** The operations on SQL Server, and the readers of the states they act on. */
package io.jenkins.plugins.pchat.engine.database;
