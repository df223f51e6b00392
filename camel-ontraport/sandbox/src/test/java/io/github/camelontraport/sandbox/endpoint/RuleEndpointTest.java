package io.github.camelontraport.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelontraport.sandbox.support.AccountTestBase;
import io.github.camelontraport.sandbox.support.ApiClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Validation of rules. The component's tests show that every element is accepted. */
class RuleEndpointTest extends AccountTestBase {

    private static final int RULE = 6;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
            Contact_added_to_my_database()               ! -                                                ! Assign_contact_to_drip(1)
            call_is_logged                               ! -                                                ! Remove_contact_from_all_sequences()
            field_is_updated(f7);call_is_logged()        ! Is_in_category(2)|Is_subscribed_to_productsub(1) ! Add_contact_to_category(2);campaign_builder_action_change(0,1)
            relative_date_field(3,1,0,birthday)          ! field_is_condition_fieldvalue(city,Equal To,Bend) ; Is_in_category(4) ! Ping_APIURL(12)
            contact_visits_url(/a)                       ! Has_spent_condition_N_on_product(Less Than,1.50,4) ! Ping_APIURL(http://a.example/[First Name]::b=1&c=2::1)
            """)
    void acceptsTheWholeGrammar(String events, String conditions, String actions) {
        ApiClient.Answer answer = create("0", events, conditions, actions);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("events").asText()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            nullValues = "-",
            textBlock =
                    """
            events         ! 0    ! Contact_added_to_categry(4)    ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! contact_added_to_category(4)   ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! Contact_added_to_category()    ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! Contact_added_to_category(VIP) ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! call_is_logged(1)              ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! call_is_logged(                ! -                               ! Assign_contact_to_drip(1)
            events         ! 0    ! call_is_logged()|call_is_logged() ! -                            ! Assign_contact_to_drip(1)
            events         ! 0    ! relative_date_field(3,weeks,0,birthday) ! -                      ! Assign_contact_to_drip(1)
            events         ! 0    ! relative_date_field(3,1,birthday) ! -                            ! Assign_contact_to_drip(1)
            events         ! 149  ! contact_visits_url(/a)         ! -                               ! Assign_contact_to_drip(1)
            conditions     ! 0    ! call_is_logged()               ! Is_in_category(4);              ! Assign_contact_to_drip(1)
            conditions     ! 0    ! call_is_logged()               ! sms_contains_text()             ! Assign_contact_to_drip(1)
            conditions     ! 0    ! call_is_logged()               ! field_is_condition_fieldvalue(city,=,Bend) ! Assign_contact_to_drip(1)
            actions        ! 0    ! call_is_logged()               ! -                               ! Is_in_category(4)
            actions        ! 0    ! call_is_logged()               ! -                               ! Change_field_to_fieldvalue(city,a,b,0)
            object_type_id ! 9999 ! call_is_logged()               ! -                               ! Assign_contact_to_drip(1)
            object_type_id ! x    ! call_is_logged()               ! -                               ! Assign_contact_to_drip(1)
            """)
    void refusesUnknownFieldsAndSections(
            String parameter, String type, String events, String conditions, String actions) {
        ApiClient.Answer answer = create(type, events, conditions, actions);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("Invalid value for parameter: " + parameter);
        assertThat(sandbox.records(RULE)).isEmpty();
    }

    @Test
    void anUpdateIsValidatedTogetherWithTheStoredRule() {
        sandbox.create(
                RULE, Map.of("object_type_id", 149, "name", "r", "events", "call_is_logged()", "actions", "odd"));

        assertThat(api.json("PUT", "/Rules", "{'id':1,'pause':1}").status()).isEqualTo(200);
        assertThat(api.json("PUT", "/Rules", "{'id':1,'name':'s','events':'call_is_logged'}")
                        .text())
                .isEqualTo("Invalid value for parameter: actions");
        assertThat(api.json("PUT", "/Rules", "{'id':1,'actions':'Add_to_leadrouter(1)'}")
                        .status())
                .isEqualTo(400);
        assertThat(api.json("PUT", "/Rules", "{'id':1,'actions':'Add_to_leadrouter(1)','object_type_id':0}")
                        .status())
                .isEqualTo(200);
        assertThat(api.json("POST", "/objects/saveorupdate", "{'objectID':6,'id':1,'conditions':'nonsense'}")
                        .status())
                .isEqualTo(400);
        assertThat(api.json("PUT", "/Rules", "{'id':1,'conditions':''}").status())
                .isEqualTo(200);
    }

    private ApiClient.Answer create(String type, String events, String conditions, String actions) {
        return api.form(
                "POST",
                "/Rules",
                "object_type_id",
                type,
                "name",
                "r",
                "events",
                events,
                "conditions",
                conditions == null ? "" : conditions,
                "actions",
                actions);
    }
}
