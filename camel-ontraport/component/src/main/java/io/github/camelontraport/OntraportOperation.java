package io.github.camelontraport;

import io.github.camelontraport.operation.Operation;
import io.github.camelontraport.operation.catalog.Operations;

/** What a producer can do; each constant is a row of the table of operations and has its name. */
public enum OntraportOperation {
    create,
    upsert,
    update,
    get,
    search,
    listByTag,
    count,
    delete,
    deleteAll,
    describe,
    check,
    sync,
    tag,
    untag,
    addToSequence,
    addToCampaign,
    removeFromSequence,
    removeFromCampaign,
    pause,
    unpause,
    readFields,
    createFields,
    updateFields,
    deleteField,
    subscribeWebhook,
    unsubscribeWebhook,
    setDefaultCard,
    hostedUrl,
    formHtml,
    formBlocks,
    assignTask,
    completeTask,
    cancelTask,
    rescheduleTask,
    reopenTask,
    charge,
    logTransaction,
    refund,
    voidTransaction,
    writeOff,
    rerun,
    rerunCommission,
    markPaid,
    resendInvoice,
    convertToCollections,
    convertToDecline,
    voidPurchase,
    payInvoice,
    requestPayment,
    getOrder,
    updateOrder,
    raw;

    Operation row() {
        return Operations.named(name());
    }
}
