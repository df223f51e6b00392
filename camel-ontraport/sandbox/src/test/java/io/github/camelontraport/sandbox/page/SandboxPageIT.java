package io.github.camelontraport.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.OntraportSandbox;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a headless Chromium, whose path is in the system property {@code browser}. */
class SandboxPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MARKUP = "<img src=x onerror=\"document.title='run'\"><b>&amp;</b>";

    @TempDir
    static Path profile;

    private static ChromeDriver browser;

    private final OntraportSandbox sandbox = OntraportSandbox.builder()
            .apiKey("k3y-of-the-page")
            .appId("2_99_PageApp")
            .start();
    private final ApiClient api = ApiClient.of(sandbox);

    @BeforeAll
    static void startBrowser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("browser"));
        // The first three for a machine without a screen, the others so that the browser itself asks for nothing.
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        browser = new ChromeDriver(options);
    }

    @AfterAll
    static void stopBrowser() {
        browser.quit();
    }

    @BeforeEach
    void openPage() {
        browser.get("about:blank");
        // What the browser logged for the test before.
        browser.manage().logs().get("browser");
        browser.manage().window().setSize(new Dimension(1280, 1000));
        browser.get(sandbox.pageUrl());
        await("#connection", "Live");
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void showsWhatARouteDidWithoutBeingLoadedAgain() {
        await("#requests", "No requests yet.");

        api.json("POST", "/objects", "{'objectID':0,'firstname':'Nora','email':'nora@example.com'}");
        sandbox.faults().on("PUT", "/objects").status(503, "Service unavailable");

        await("#requests", "/objects");
        await("#requests", "Contact");
        await("#rate-text", "1 of 180 in the last minute, 1 in all");
        await("#changed", "Nora nora@example.com");
        await("#faults", "PUT /objects");
        await("#base-url", sandbox.baseUrl());

        api.json("PUT", "/objects", "{'objectID':0,'id':1,'city':'Bend'}");

        await("#requests", "503");
        await("#faults", "None planned.");
    }

    @Test
    void textOfRecordsIsNeverMarkup() {
        sandbox.create(0, Map.of("firstname", MARKUP, "lastname", "<script>document.title='run'</script>"));
        sandbox.answer("GET", "/1/" + "%3Cb%3E<b>", Map.of(), "");

        await("#changed", MARKUP);
        await("#changed", "<script>");
        await("#requests", "<b>");
        assertThat(browser.findElements(By.cssSelector("main img, main b, main script")))
                .isEmpty();
        assertThat(browser.getTitle()).isEqualTo("Ontraport sandbox");
    }

    @Test
    void whatIsOpenStaysOpenWhenItsSectionChanges() {
        sandbox.create(0, Map.of("firstname", "Nora", "city", "Bend"));
        await("#changed", "Nora");
        browser.findElement(By.cssSelector("#changed details summary")).click();
        await("#changed details[open] dl", "Bend");

        sandbox.create(0, Map.of("firstname", "Zoë"));

        await("#changed", "Zoë");
        await("#changed details[open] dl", "Bend");
        assertThat(browser.findElements(By.cssSelector("#changed details[open]")))
                .hasSize(1);
    }

    @Test
    void fitsANarrowWindow() {
        api.form(
                "POST",
                "/Webhook/subscribe",
                "url",
                "http://localhost:9/" + "hook".repeat(60),
                "event",
                "object_create(0)");
        sandbox.create(0, Map.of("firstname", "N" + "o".repeat(250)));
        sandbox.webhooks().awaitQuiet(PATIENCE);
        browser.manage().window().setSize(new Dimension(500, 900));
        await("#deliveries", "object_create(0)");

        assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void asksNobodyElseAndShowsNoKeys() {
        api.get("/Contacts");
        await("#requests", "/Contacts");

        @SuppressWarnings("unchecked")
        List<String> loaded = (List<String>)
                browser.executeScript("return performance.getEntriesByType('resource').map(entry => entry.name)");

        assertThat(loaded).isNotEmpty().allMatch(url -> url.startsWith(sandbox.pageUrl()) || url.startsWith("data:"));
        assertThat(browser.getPageSource()).doesNotContain(sandbox.apiKey(), sandbox.appId());
        assertThat(browser.manage().logs().get("browser").getAll()).isEmpty();
    }

    @Test
    void saysThatTheSandboxIsGone() {
        sandbox.close();

        await("#connection", "The sandbox does not answer");
    }

    private static void await(String selector, String text) {
        By by = By.cssSelector(selector);
        new WebDriverWait(browser, PATIENCE)
                .withMessage(() -> "'" + text + "' in " + selector + ", which has: "
                        + browser.findElements(by).stream()
                                .map(WebElement::getText)
                                .toList())
                .until(ExpectedConditions.refreshed(ExpectedConditions.textToBePresentInElementLocated(by, text)));
    }
}
