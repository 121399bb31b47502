/** The record of a build: what was planned, asked, approved and done, as data, as JSON, as text and as a page. It knows nothing of Jenkins. */
package io.jenkins.plugins.pchat.record;
