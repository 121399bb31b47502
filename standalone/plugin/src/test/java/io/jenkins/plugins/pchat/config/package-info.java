/** Tests of the named pools on the hand-written signatures of Jenkins. */
package io.jenkins.plugins.pchat.config;
