package io.jenkins.plugins.pchat.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriverLogLevel;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, logged in to Jenkins as one person. */
final class Browser implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** It warns that there is no library for this version of Chromium's protocol; what is used of it here has been there for ever. */
    private static final Logger CDP = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        CDP.setLevel(Level.SEVERE);
    }

    private final URI url;
    private final Path screenshots;
    private final ChromeDriver driver;

    private Browser(URI url, Path screenshots, ChromeDriver driver) {
        this.url = url;
        this.screenshots = screenshots;
        this.driver = driver;
    }

    /** Starts one and logs in by the form; where the machine has none, the test that asks is skipped, loudly. */
    static Browser openOrSkip(LiveJenkins jenkins, Person person) throws Exception {
        for (Path program :
                List.of(jenkins.settings().chromium(), jenkins.settings().chromedriver())) {
            if (!Files.isExecutable(program)) {
                String reason = "THE BROWSER PART IS SKIPPED: there is no " + program
                        + "; name the programs with -Djenkins.chromium=FILE -Djenkins.chromedriver=FILE";
                System.err.println(reason);
                Assumptions.abort(reason);
            }
        }
        return open(jenkins, person);
    }

    private static Browser open(LiveJenkins jenkins, Person person) throws IOException {
        LiveSettings settings = jenkins.settings();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(settings.chromium().toFile());
        options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // Chromium refuses to work for root otherwise
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(settings.chromedriver().toFile())
                .usingAnyFreePort()
                // Not its usual log: that has every key that was pressed, those of passwords too.
                .withLogFile(settings.folder().resolve("chromedriver.log").toFile())
                .withLogLevel(ChromiumDriverLogLevel.WARNING)
                .build();
        Browser browser = new Browser(
                jenkins.url(),
                Files.createDirectories(settings.folder().resolve("screenshots")),
                new ChromeDriver(service, options));
        browser.logIn(person);
        return browser;
    }

    private void logIn(Person person) {
        desktop();
        look("login");
        driver.findElement(By.name("j_username")).sendKeys(person.id());
        driver.findElement(By.name("j_password")).sendKeys(person.password());
        driver.findElement(By.name("Submit")).click();
        waiting().until(page -> !page.getCurrentUrl().contains("login"));
    }

    /** Goes to a page below the address of Jenkins. */
    void look(String path) {
        driver.get(url.resolve(path).toString());
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement find(String css) {
        return waiting().until(page -> page.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    WebDriverWait waiting() {
        return new WebDriverWait(driver, LIMIT);
    }

    void desktop() {
        size(1280, 900, false);
    }

    void phone() {
        size(400, 800, true);
    }

    /** By emulation, for a window can't be as narrow as a phone. */
    private void size(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    /** What the operating system says that its user prefers. */
    private void prefers(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", colours),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Saves the page in light and in dark. */
    void pictures(String name) throws IOException {
        for (String colours : List.of("light", "dark")) {
            prefers(colours);
            screenshot(name + "-" + colours);
        }
    }

    /** Saves the whole page, not only what the window shows. */
    private void screenshot(String name) throws IOException {
        driver.executeScript("window.scrollTo(0, 0)");
        // A change of colours takes a moment, and a picture of that moment shows neither the one nor the other.
        waiting()
                .until(page -> driver.executeScript("return !document.getAnimations().some("
                        + "a => a.playState === 'running' && a.effect.getComputedTiming().endTime < Infinity)"));
        Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        Files.write(screenshots.resolve(name + ".png"), Base64.getDecoder().decode((String) data));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
