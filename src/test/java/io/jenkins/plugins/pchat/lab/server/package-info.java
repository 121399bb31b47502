/** SQL Server itself: the T-SQL it understands, its databases, catalog and sessions. */
package io.jenkins.plugins.pchat.lab.server;
