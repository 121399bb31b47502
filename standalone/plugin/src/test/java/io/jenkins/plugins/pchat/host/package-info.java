/**
 * Runs a Declarative pipeline without Jenkins: the directives and basic steps that {@code docs/failback.Jenkinsfile}
 * uses, on the Groovy that Jenkins has, with the plugin's real steps. What it does not know is an error that names
 * it. It does not simulate the continuation passing of a real pipeline: only what steps return goes through
 * serialization.
 */
package io.jenkins.plugins.pchat.host;
