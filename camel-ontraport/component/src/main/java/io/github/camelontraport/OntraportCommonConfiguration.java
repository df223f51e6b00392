package io.github.camelontraport;

import io.github.camelontraport.api.page.PageRequest;
import io.github.camelontraport.value.mapper.FieldFormat;
import io.github.camelontraport.value.mapper.FieldNaming;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that mean the same in {@code to} and in {@code from}: which records are read, which of their fields, and in
 * which form.
 */
@UriParams
@Configurer(extended = true)
public class OntraportCommonConfiguration {

    @UriParam(
            description = "Condition that selects records: in short, such as city IN ('Bend', 'Salem') AND "
                    + "email IS NULL, or as the API's JSON. Clauses are joined by AND and OR, without brackets; a "
                    + "value with a plus or an ampersand is written RAW(...). The header CamelOntraportCondition "
                    + "wins.")
    private String condition;

    @UriParam(description = "Text to search records for. The header CamelOntraportSearch wins.")
    private String search;

    @UriParam(defaultValue = "false", description = "Whether search looks into notes, too.")
    private boolean searchNotes;

    @UriParam(
            description = "Id or name of the group whose members are selected. The header CamelOntraportGroupId wins.")
    private String groupId;

    @UriParam(
            description = "Fields to read, separated by commas; the id always comes along. Fewer fields "
                    + "make faster calls.")
    private String listFields;

    @UriParam(description = "Fields of related records to read along, separated by commas, such as owner//firstname.")
    private String externs;

    @UriParam(label = "advanced", defaultValue = "50", description = "Records to one API call, 1 to 50.")
    private int pageSize = PageRequest.MAX_PAGE_SIZE;

    @UriParam(
            defaultValue = "raw",
            description =
                    "Form of the values in bodies: raw as the API has them, or typed as Java values (Instant, LocalDate,"
                            + " Boolean, Long, BigDecimal, labels of options, null when unset). Typed reads the fields of the type"
                            + " from the account, once.")
    private FieldFormat fieldFormat = FieldFormat.raw;

    @UriParam(
            defaultValue = "key",
            description =
                    "Names of the fields in bodies, listFields and sort: key for the API's keys such as f1558, or label"
                            + " for the labels that people see. Labels are read from the account, once.")
    private FieldNaming fieldNames = FieldNaming.key;

    @UriParam(
            label = "advanced",
            defaultValue = "UTC",
            description = "Time zone in which days begin, and in which dates and times without a zone of their own are"
                    + " meant.")
    private String timeZone = "UTC";

    @UriParam(
            javaType = "java.lang.Long",
            description = "Most records that may be gone at once; with more, nothing is done, as a lost permission or a"
                    + " damaged source is likelier. For event=deleted, and for sync with syncMode=refresh. The default is 1000"
                    + " or a tenth of the known records, whichever is more.")
    private Long maxDeleted;

    public String getCondition() {
        return condition;
    }

    public void setCondition(String condition) {
        this.condition = condition;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public boolean isSearchNotes() {
        return searchNotes;
    }

    public void setSearchNotes(boolean searchNotes) {
        this.searchNotes = searchNotes;
    }

    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String groupId) {
        this.groupId = groupId;
    }

    public String getListFields() {
        return listFields;
    }

    public void setListFields(String listFields) {
        this.listFields = listFields;
    }

    public String getExterns() {
        return externs;
    }

    public void setExterns(String externs) {
        this.externs = externs;
    }

    public Long getMaxDeleted() {
        return maxDeleted;
    }

    public void setMaxDeleted(Long maxDeleted) {
        this.maxDeleted = maxDeleted;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public FieldFormat getFieldFormat() {
        return fieldFormat;
    }

    public void setFieldFormat(FieldFormat fieldFormat) {
        this.fieldFormat = fieldFormat;
    }

    public FieldNaming getFieldNames() {
        return fieldNames;
    }

    public void setFieldNames(FieldNaming fieldNames) {
        this.fieldNames = fieldNames;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }
}
