/** Pools by name on a real Jenkins. */
package io.jenkins.plugins.pchat.config;
