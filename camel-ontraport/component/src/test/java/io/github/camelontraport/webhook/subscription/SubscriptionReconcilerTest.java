package io.github.camelontraport.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelontraport.support.CapturedLog;
import io.github.camelontraport.webhook.CallbackUrl;
import io.github.camelontraport.webhook.WebhookFixture;
import io.github.camelontraport.webhook.subscription.SubscriptionReconciler.Result;
import io.github.camelontraport.webhook.subscription.SubscriptionStatus.Origin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionReconcilerTest {

    private static final String CURRENT = WebhookFixture.CALLBACK.urlWithToken();
    private static final String OTHER_TOKEN = WebhookFixture.URL + "?token=other-token_01234";

    private final WebhookFixture account = new WebhookFixture();
    private final SubscriptionReconciler reconciler = new SubscriptionReconciler(
            account.resolver(), new SubscriptionClient(account.api, WebhookFixture.CALLBACK));
    private final Set<Long> announced = new TreeSet<>();

    @AfterEach
    void close() {
        account.close();
    }

    private Result reconcile(long currentId) {
        announced.clear();
        return reconciler
                .reconcile(currentId, removed -> removed.forEach(one -> announced.add(one.id())))
                .toCompletableFuture()
                .join();
    }

    private List<Long> ids() {
        return account.subscriptions().stream()
                .map(one -> Long.valueOf(one.get("id").toString()))
                .toList();
    }

    @Test
    void createsTheFirstOne() {
        Result result = reconcile(0);

        assertThat(result.origin()).isEqualTo(Origin.CREATED);
        assertThat(ids()).containsExactly(result.subscription().id());
        assertThat(announced).isEmpty();
        assertThat(reconcile(result.subscription().id())).isEqualTo(new Result(result.subscription(), Origin.FOUND));
    }

    @Test
    void recreatesOneThatIsMissingLater() {
        assertThat(reconcile(4711).origin()).isEqualTo(Origin.RECREATED);
    }

    @Test
    void keepsTheLowestIdAndAnnouncesTheOthersBeforeTheirRemoval() {
        long first = account.subscribe(CURRENT);
        long second = account.subscribe(CURRENT);
        long token = account.subscribe(OTHER_TOKEN);

        assertThat(reconcile(0).subscription().id()).isEqualTo(first);
        assertThat(ids()).containsExactly(first);
        assertThat(announced).containsExactly(second, token);
    }

    @Test
    void replacesAnotherTokenAtTheStartOnly() {
        long other = account.subscribe(OTHER_TOKEN);

        assertThatThrownBy(() -> reconcile(4711)).hasMessageContaining("another token or format");
        assertThat(ids()).containsExactly(other);
        Result replaced = reconcile(0);
        assertThat(replaced.origin()).isEqualTo(Origin.FOUND);
        assertThat(ids()).containsExactly(replaced.subscription().id());
        assertThat(announced).containsExactly(other);
    }

    @Test
    void laterKeepsAnotherTokenBesidesTheCurrentOne() {
        long current = account.subscribe(CURRENT);
        long other = account.subscribe(OTHER_TOKEN);

        assertThat(reconcile(current).subscription().id()).isEqualTo(current);
        assertThat(ids()).containsExactly(current, other);
    }

    @Test
    void anotherFormatIsReplacedLikeAnotherToken() {
        long other = account.subscribe(CURRENT, WebhookFixture.EVENT, "{\"format\":\"notify\"}");

        assertThat(reconcile(0).subscription().id()).isNotEqualTo(other);
        assertThat(announced).containsExactly(other);
    }

    @Test
    void neverTouchesOtherUrlsAndEvents() {
        List<Long> others = List.of(
                account.subscribe("https://hooks.example.com/hook/"),
                account.subscribe("https://hooks.example.com/hook2"),
                account.subscribe("https://hooks.example.com/hook?a=b"),
                account.subscribe("http://hooks.example.com/hook"),
                account.subscribe("https://hooks.example.com:8443/hook"),
                account.subscribe("https://hooks.example.org/hook"),
                account.subscribe(CURRENT, "object_create(1)", ""),
                account.subscribe("not a url", WebhookFixture.EVENT, ""));
        try (CapturedLog log = new CapturedLog(SubscriptionReconciler.class.getName())) {
            long own = reconcile(0).subscription().id();

            assertThat(ids()).containsAll(others).contains(own).hasSize(others.size() + 1);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("object_create(1) at https://hooks.example.com/hook delivers to this URL, too")
                    .doesNotContain("t0ken");
        }
        reconciler.removeOwn().toCompletableFuture().join();
        assertThat(ids()).containsExactlyElementsOf(others);
    }

    /** Java has no host for a name with an underscore; no such name may count as equal to another. */
    @Test
    void distinguishesHostsWithAnUnderscore() {
        CallbackUrl url = WebhookFixture.callback("https://my_a.example.com/hook");
        SubscriptionReconciler own =
                new SubscriptionReconciler(account.resolver(), new SubscriptionClient(account.api, url));
        long other = account.subscribe("https://my_b.example.com/hook");

        own.reconcile(0, removed -> {}).toCompletableFuture().join();
        assertThat(ids()).hasSize(2);
        own.removeOwn().toCompletableFuture().join();
        assertThat(ids()).containsExactly(other);
    }

    @Test
    void findsItsUrlInAnotherSpelling() {
        long own = account.subscribe("HTTPS://HOOKS.example.com:443/hook?token=t0ken-of-a-test_0123");

        assertThat(reconcile(0).subscription().id()).isEqualTo(own);
        assertThat(ids()).containsExactly(own);
    }

    @Test
    void aFailedCreationLeavesTheReplacedOne() {
        long other = account.subscribe(OTHER_TOKEN);
        account.sandbox.faults().on("POST", "/Webhook/subscribe").status(500, "away");

        assertThatThrownBy(() -> reconcile(0)).hasMessageContaining("away");
        assertThat(ids()).containsExactly(other);
    }

    @Test
    void aSubscriptionThatIsAlreadyRemovedCountsAsRemoved() {
        long first = account.subscribe(CURRENT);
        account.subscribe(CURRENT);
        account.sandbox.faults().on("DELETE", "/Webhook/unsubscribe").status(404, "Object not found");

        assertThat(reconcile(0).subscription().id()).isEqualTo(first);
    }
}
