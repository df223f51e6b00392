import { LitElement, css, html } from 'lit';
import { JsonRpc } from 'jsonrpc';

const REFRESH_MILLIS = 2000;

/** Shows what the application does with its Ontraport accounts, and keeps itself up to date. */
export class QwcOntraportStatus extends LitElement {

  static properties = { _status: { state: true }, _problem: { state: true } };

  static styles = css`
    :host { display: block; overflow: auto; padding: 0 1em; }
    table { border-collapse: collapse; width: 100%; }
    th, td { padding: 0.4em 1em 0.4em 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--lumo-contrast-10pct); }
    td { overflow-wrap: anywhere; }
  `;

  jsonRpc = new JsonRpc(this);

  connectedCallback() {
    super.connectedCallback();
    this._refresh();
    this._timer = setInterval(() => this._refresh(), REFRESH_MILLIS);
  }

  disconnectedCallback() {
    clearInterval(this._timer);
    super.disconnectedCallback();
  }

  _refresh() {
    this.jsonRpc.status()
      .then(reply => { this._status = reply.result; this._problem = undefined; })
      .catch(() => { this._problem = 'The application does not answer.'; });
  }

  render() {
    if (!this._status) {
      return html`<p>${this._problem ?? 'Loading ...'}</p>`;
    }
    const { accounts, polls, subscriptions, syncs } = this._status;
    return html`
      ${this._problem ? html`<p>${this._problem}</p>` : ''}
      ${this._table('Accounts', ['Component', 'Account', 'Requests left', 'Calls that wait', 'Paused', 'Operations'], accounts, account => [
        account.component,
        `${account.account} at ${account.host}`,
        `${account.remaining} of ${account.limit} a minute`,
        account.waiting,
        account.pausedForMillis > 0 ? `${account.pausedForMillis} ms after HTTP 429` : '',
        account.operations.map(one => `${one.operation}: ${one.requests}`).join(', '),
      ])}
      ${this._table('Polls', ['Route', 'Endpoint', 'Status', 'Position', 'Delivered', 'Last poll', 'Problem'], polls, poll =>
        [poll.route, poll.endpoint, poll.status, poll.position, poll.delivered, poll.lastPoll, poll.problem])}
      ${this._table('Webhooks', ['Endpoint', 'URL', 'Status', 'Subscription', 'Last delivery', 'Problem'], subscriptions, one => [
        one.webhook,
        one.url,
        one.status,
        one.id,
        one.lastDelivery ? `${one.lastDelivery}, answered with ${one.lastCode}` : '',
        one.problem,
      ])}
      ${this._table('Syncs', ['Type', 'Mode', 'Rows read', 'Requests', 'Seconds left'], syncs, sync =>
        [sync.type, sync.mode, sync.read, sync.requests, sync.secondsLeft])}`;
  }

  _table(title, heads, rows, cells) {
    return html`
      <h4>${title}</h4>
      ${rows.length === 0 ? html`<p>None</p>` : html`
        <table>
          <thead><tr>${heads.map(head => html`<th>${head}</th>`)}</tr></thead>
          <tbody>${rows.map(row => html`<tr>${cells(row).map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody>
        </table>`}`;
  }
}

customElements.define('qwc-ontraport-status', QwcOntraportStatus);
