/** Pools by name, set up once in Manage Jenkins &gt; System or as code, so that a failback has one parameter. */
package io.jenkins.plugins.pchat.config;
