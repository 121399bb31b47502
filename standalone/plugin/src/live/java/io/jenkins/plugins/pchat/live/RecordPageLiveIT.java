package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page of a build's record, as it is seen: light and dark, on a desk and on a phone. */
@Live
class RecordPageLiveIT {

    private final LiveJenkins jenkins;
    private final String page;
    private Browser browser;

    RecordPageLiveIT(LiveJenkins jenkins, Failback failback) {
        this.jenkins = jenkins;
        this.page = failback.first().path() + "pchat-failback/";
    }

    @BeforeEach
    void opensTheBrowser() throws Exception {
        browser = Browser.openOrSkip(jenkins, Person.ADMIN);
        browser.look(page);
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void itFitsADesktop() throws Exception {
        browser.pictures("record-desktop");
        assertTrue(browser.overflow() <= 0, "it is " + browser.overflow() + " pixels too wide");
    }

    @Test
    void itFitsAPhone() throws Exception {
        browser.phone();
        browser.look(page);
        browser.pictures("record-phone");
        assertTrue(browser.overflow() <= 0, "it is " + browser.overflow() + " pixels too wide");
    }

    @Test
    void everyStepCanBeSeen() {
        String text = browser.driver().findElement(By.id("main-panel")).getText();
        for (int step = 1; step <= 7; step++) {
            assertTrue(text.contains("done") && text.contains(step + " "), text);
        }
    }
}
