/**
 * What Jenkins doesn't have: the places where a test fills the credentials, grants permissions, and gets a channel that serializes. The
 * plugin itself must not use this package; with Jenkins' own artifacts it isn't there.
 */
package io.jenkins.plugins.standalone;
