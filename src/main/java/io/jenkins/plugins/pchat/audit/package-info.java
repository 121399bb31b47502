/** The record of a build as Jenkins keeps and shows it: a file in the build's folder, an action with a page, and artifacts at the end. */
package io.jenkins.plugins.pchat.audit;
