/** The record of a build, on the hand-written signatures of Jenkins. */
package io.jenkins.plugins.pchat.audit;
