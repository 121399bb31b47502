/** What forms share: the checks of their fields, the items of their lists, and texts of several lines. */
package io.jenkins.plugins.pchat.form;
