/** The record of a build on a real Jenkins. */
package io.jenkins.plugins.pchat.audit;
