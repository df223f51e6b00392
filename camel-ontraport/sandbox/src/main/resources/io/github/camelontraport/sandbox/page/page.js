"use strict";

// All texts become text nodes, never markup: records hold what users wrote.

const REFRESH_MILLIS = 1000;
const TIMEOUT_MILLIS = 10000;

/** The details that the reader opened; they stay open when their section is drawn again. */
const open = new Set();

/** The state that each section shows, as JSON: a section that did not change is not drawn again. */
const drawn = new Map();

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children.map(child => child instanceof Node ? child : String(child)));
  return made;
}

function draw(id, state, children) {
  const text = JSON.stringify(state);
  if (drawn.get(id) !== text) {
    drawn.set(id, text);
    document.getElementById(id).replaceChildren(...children(state));
  }
}

function nothing(text) {
  return [element("p", "quiet", text)];
}

/** @param columns of each: the title, the class, and what a row shows in it */
function table(columns, rows) {
  const head = element("tr", "", ...columns.map(([title, className]) => {
    const cell = element("th", className, title);
    cell.scope = "col";
    return cell;
  }));
  const body = rows.map(row =>
    element("tr", "", ...columns.map(([, className, show]) => element("td", className, show(row)))));
  return [element("table", "", element("thead", "", head), element("tbody", "", ...body))];
}

function details(key, summary, content) {
  const made = element("details", "", element("summary", "", ...summary), ...content);
  made.open = open.has(key);
  made.addEventListener("toggle", () => made.open ? open.add(key) : open.delete(key));
  return made;
}

function time(seconds) {
  if (!seconds) {
    return "";
  }
  const date = new Date(seconds * 1000);
  const made = element("time", "", date.toLocaleTimeString([], {hour12: false}));
  made.dateTime = date.toISOString();
  made.title = date.toLocaleString();
  return made;
}

function status(code, failure) {
  if (code === 0) {
    return element("span", "bad", failure || "dropped");
  }
  return element("span", code < 300 ? "good" : code < 500 ? "warn" : "bad", code);
}

function requests(state) {
  if (state.latest.length === 0) {
    return nothing("No requests yet.");
  }
  return table([
    ["Time", "fixed", row => time(row.time)],
    ["Method", "fixed code", row => row.method],
    ["Path", "", row => element("span", "", element("code", "", row.path), " ", element("span", "quiet", row.type))],
    ["Status", "fixed", row => status(row.status)],
  ], state.latest);
}

/** @param list where the record is shown, as it can be in two lists */
function record(list, row, ...before) {
  const fields = element("dl", "");
  for (const field of row.fields) {
    const name = element("dt", "", field.label);
    name.title = field.field;
    fields.append(name, element("dd", "", field.value));
  }
  const summary = [...before, element("span", "count", row.id), " ", row.name, " "];
  if (row.changed) {
    summary.push(element("span", "quiet", "at ", time(row.changed)));
  }
  return details([list, row.type, row.id].join("/"), summary, [fields]);
}

function changed(rows) {
  return rows.length === 0 ? nothing("None yet.") : rows.map(row => record("changed", row, row.typeName, " "));
}

function records(types) {
  return types.map(type => {
    const rows = type.newest.map(row => record("all", row));
    if (type.count > rows.length) {
      rows.push(element("p", "quiet", "and " + (type.count - rows.length) + " that changed before these"));
    }
    return details(String(type.type), [type.name, " ", element("span", "count", type.count)], rows);
  });
}

function subscriptions(rows) {
  if (rows.length === 0) {
    return nothing("None.");
  }
  return table([
    ["Id", "fixed", row => row.id],
    ["Event", "code", row => row.event],
    ["URL", "code", row => row.url],
  ], rows);
}

function deliveries(rows) {
  if (rows.length === 0) {
    return nothing("None yet.");
  }
  return table([
    ["Time", "fixed", row => time(row.time)],
    ["Event", "code", row => row.event],
    ["URL", "code", row => row.url],
    ["Attempt", "fixed", row => row.attempt],
    ["Status", "", row => status(row.status, row.failure)],
  ], rows);
}

function faults(state) {
  const rows = [...state.requests, ...state.deliveries]
    .concat(state.switches.map(name => ({target: "account", schedule: "until it is cleared", effect: name})));
  if (rows.length === 0) {
    return nothing("None planned.");
  }
  return table([
    ["Meets", "code", row => row.target],
    ["Which", "", row => row.schedule],
    ["Effect", "", row => row.effect],
  ], rows);
}

function show(state) {
  const rate = state.rate;
  document.getElementById("rate-text").textContent =
    rate.used + " of " + rate.limit + " in the last minute, " + state.requests.total + " in all";
  const bar = document.getElementById("rate");
  bar.max = rate.limit;
  bar.value = rate.used;
  const webhooks = state.webhooks;
  document.getElementById("deliveries-title").textContent =
    "Deliveries: " + webhooks.total + (webhooks.pending ? ", " + webhooks.pending + " under way" : "");
  draw("requests", state.requests, requests);
  draw("changed", state.records.changed, changed);
  draw("records", state.records.types, records);
  draw("subscriptions", webhooks.subscriptions, subscriptions);
  draw("deliveries", webhooks.latest, deliveries);
  draw("faults", state.faults, faults);
}

function connection(text, className) {
  const shown = document.getElementById("connection");
  if (shown.textContent !== text) {
    shown.textContent = text;
    shown.className = className;
  }
}

async function refresh() {
  try {
    const reply = await fetch("/_sandbox/state", {signal: AbortSignal.timeout(TIMEOUT_MILLIS)});
    if (!reply.ok) {
      throw new Error("HTTP " + reply.status);
    }
    show(await reply.json());
    connection("Live", "good");
  } catch (failure) {
    connection("The sandbox does not answer", "bad");
  }
}

/** A page in the background asks for nothing. */
async function refreshAgainAndAgain() {
  if (!document.hidden) {
    await refresh();
  }
  setTimeout(refreshAgainAndAgain, REFRESH_MILLIS);
}

document.getElementById("base-url").textContent = location.origin + "/1";
refreshAgainAndAgain();
