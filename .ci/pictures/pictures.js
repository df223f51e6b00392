// The pictures, each as the text that stands in it and where.
import { arrow, box, dot, line, picture, rect, text } from './svg.js'

const overview = picture(860, 330, 'What goes where between Ontraport, the component and routes', [
  box(30, 110, 170, 100, 'box', 'Ontraport', 'contacts, deals, tags,', 'orders, custom objects'),
  rect(300, 30, 290, 270, 'ours'),
  text(445, 54, 'camel-ontraport', 'mid strong'),
  box(310, 72, 270, 44, 'box', 'from webhook:ontraport:…'),
  box(310, 126, 270, 44, 'box', 'from ontraport:…'),
  box(310, 180, 270, 44, 'box', 'to ontraport:…'),
  text(445, 250, 'limit of requests, retries, position,', 'mid small'),
  text(445, 268, 'credentials, health, metrics', 'mid small'),
  box(680, 72, 150, 98, 'box', 'Your route', 'database, queue, files,', 'other systems'),
  box(680, 180, 150, 44, 'box', 'Your route'),
  arrow([[200, 125], [255, 125], [255, 94], [310, 94]]),
  text(212, 84, 'delivers', 'small'),
  arrow([[310, 148], [200, 148]]),
  text(212, 142, 'asks', 'small'),
  arrow([[310, 202], [200, 202]]),
  text(212, 196, 'writes, reads', 'small'),
  arrow([[580, 94], [680, 94]]),
  arrow([[580, 148], [680, 148]]),
  text(636, 125, 'messages', 'mid small'),
  arrow([[680, 202], [580, 202]]),
  box(30, 240, 170, 56, 'good', 'Sandbox', 'for trials and tests'),
  line([[115, 210], [115, 240]], 'dash'),
  text(124, 230, 'or', 'small')
])

const layers = [
  ['root', 'component, endpoint, producer, consumer, exceptions; above it telemetry and transform'],
  ['receiver, account, option, state', 'what Camel needs around them']
]
const packages = picture(760, 420, 'Packages of the component: each uses those below it', [
  layers.map(([name, what], i) => box(40, 25 + i * 80, 680, 58, 'ours', name, what)),
  box(40, 185, 290, 58, 'box', 'operation', 'the table of operations, a folder a family'),
  box(350, 185, 180, 58, 'box', 'poll', 'events, positions'),
  box(550, 185, 170, 58, 'box', 'webhook', 'subscription, delivery'),
  box(40, 265, 680, 58, 'box', 'value', 'Java values to wire values and back; metadata'),
  box(40, 345, 680, 58, 'good', 'api', 'HTTP, rate limit, pages, conditions, types; knows nothing of Camel'),
  [83, 163, 243, 323].map((y) => arrow([[380, y], [380, y + 22]]))
])

const polls = [240, 340, 440]
const settleTime = picture(820, 300, 'How a poll reads the window of the settle time again, and finds a late record', [
  text(30, 36, 'What each poll reads', 'strong'),
  polls.map((now, i) => [
    text(30, 81 + i * 50, `poll ${i + 1}`),
    rect(90, 66 + i * 50, now - 130 - 90, 20, 'good'),
    rect(now - 130, 66 + i * 50, 130, 20, 'wait'),
    line([[now, 60 + i * 50], [now, 250]], 'dash')
  ]),
  arrow([[30, 250], [795, 250]]),
  text(790, 272, 'id or time', 'end small'),
  [[120, 'a'], [180, 'b'], [310, 'd'], [400, 'e']].map(([x, name]) => [dot(x, 250, 'ours'), text(x, 280, name, 'mid')]),
  dot(222, 250, 'bad'),
  text(222, 280, 'c', 'mid'),
  rect(520, 62, 18, 14, 'good'),
  text(546, 74, 'settled: not read again', 'small'),
  rect(520, 88, 18, 14, 'wait'),
  text(546, 100, 'settle time: read again', 'small'),
  dot(529, 122, 'ours'),
  text(546, 126, 'a record: delivered once', 'small'),
  dot(529, 148, 'bad'),
  text(546, 152, 'poll 1 cannot see it yet; poll 2 finds it', 'small')
])

const failedRecord = picture(820, 270, 'A record whose exchange fails ends the poll and comes first in the next one', [
  ['poll 1', 'poll 2', 'poll 3'].map((name, i) => text(30 + i * 270, 40, name, 'strong')),
  box(30, 60, 60, 50, 'good', '1'),
  box(100, 60, 60, 50, 'bad', '2', 'fails'),
  box(170, 60, 60, 50, 'box', '3'),
  box(300, 60, 60, 50, 'bad', '2', 'fails'),
  box(370, 60, 60, 50, 'box', '3'),
  box(570, 60, 60, 50, 'good', '2'),
  box(640, 60, 60, 50, 'good', '3'),
  box(710, 60, 60, 50, 'good', '4'),
  arrow([[130, 110], [130, 145], [330, 145], [330, 112]]),
  arrow([[345, 110], [345, 145], [600, 145], [600, 112]]),
  text(230, 164, 'comes again, first', 'mid small'),
  text(470, 164, 'comes again, first', 'mid small'),
  text(30, 205, 'stored position', 'small'),
  line([[130, 201], [270, 201]], 'dash'), text(285, 205, 'after 1', 'small'),
  line([[340, 201], [540, 201]], 'dash'), text(555, 205, 'after 1', 'small'),
  line([[610, 201], [720, 201]], 'dash'), text(735, 205, 'after 4', 'small'),
  text(30, 240, 'Grey records wait: nothing is delivered past a failed record.', 'small')
])

const pushOrPoll = picture(820, 330, 'Polling and webhooks side by side', [
  text(205, 36, 'Polling', 'mid strong'),
  box(40, 55, 130, 40, 'box', 'application'),
  box(240, 55, 130, 40, 'box', 'Ontraport'),
  line([[105, 95], [105, 305]], 'dash'), line([[305, 95], [305, 305]], 'dash'),
  arrow([[105, 125], [305, 125]]), text(205, 118, 'anything new?', 'mid small'),
  arrow([[305, 148], [105, 148]]), text(205, 164, 'no', 'mid small'),
  dot(305, 192, 'ours'), text(320, 196, 'a new contact', 'small'),
  arrow([[105, 235], [305, 235]]), text(205, 228, 'a minute later: and now?', 'mid small'),
  arrow([[305, 258], [105, 258]]), text(205, 274, 'the contact', 'mid small'),
  line([[410, 30], [410, 305]]),
  text(615, 36, 'Webhook', 'mid strong'),
  box(450, 55, 130, 40, 'box', 'application'),
  box(650, 55, 130, 40, 'box', 'Ontraport'),
  line([[515, 95], [515, 305]], 'dash'), line([[715, 95], [715, 305]], 'dash'),
  arrow([[515, 125], [715, 125]]), text(615, 118, 'at the start: call me', 'mid small'),
  dot(715, 192, 'ours'), text(704, 184, 'a new contact', 'end small'),
  arrow([[715, 215], [515, 215]]), text(615, 231, 'the contact, with the token', 'mid small'),
  arrow([[515, 258], [715, 258]]), text(615, 274, '200, when the route is done', 'mid small')
])

const bar = (x, base, height, width) => [
  rect(x, base - height, width, height * 0.1, 'wait'),
  rect(x, base - height * 0.9, width, height * 0.9, 'ours')
]
const budget = picture(820, 400, 'The budget of 180 requests a minute: in bursts, and evenly after HTTP 429', [
  text(30, 34, 'Alone on the account: 500 messages at once', 'strong'),
  line([[60, 170], [790, 170]]),
  bar(70, 170, 110, 36), text(114, 80, '180 start', 'small'), text(114, 98, 'at once', 'small'),
  bar(310, 170, 110, 36), text(354, 80, '180 when the first', 'small'), text(354, 98, 'are a minute old', 'small'),
  bar(550, 170, 85, 36), text(594, 108, 'the rest', 'small'),
  ['0', '1', '2', '3 minutes'].map((name, i) => text(70 + i * 240 - (i === 3 ? 20 : 0), 190, name, 'mid small')),
  text(30, 232, 'For five minutes after HTTP 429: three in a second', 'strong'),
  line([[60, 340], [790, 340]]),
  Array.from({ length: 17 }, (_, i) => bar(70 + i * 42, 340, 60, 30)),
  ['0', '1', '2', '3 minutes'].map((name, i) => text(70 + i * 240 - (i === 3 ? 20 : 0), 360, name, 'mid small')),
  rect(70, 374, 18, 14, 'ours'), text(96, 386, 'writers', 'small'),
  rect(170, 374, 18, 14, 'wait'), text(196, 386, 'polls: every tenth request while both wait', 'small')
])

const cluster = picture(820, 310, 'A leader polls; when it dies, another node takes the state over', [
  text(190, 36, 'Before', 'mid strong'),
  box(40, 55, 130, 56, 'good', 'node A', 'leader, polls'),
  box(210, 55, 130, 56, 'box', 'node B', 'waits'),
  box(95, 175, 190, 50, 'ours', 'state', 'position: contact 17'),
  arrow([[105, 111], [150, 175]]),
  text(70, 150, 'writes', 'small'),
  line([[410, 30], [410, 290]]),
  text(610, 36, 'After A died', 'mid strong'),
  box(450, 55, 130, 56, 'bad', 'node A', 'gone'),
  box(640, 55, 130, 56, 'good', 'node B', 'leader, polls'),
  box(515, 175, 190, 50, 'ours', 'state', 'position: contact 17'),
  arrow([[630, 175], [690, 113]]),
  text(675, 155, 'reads', 'small'),
  text(610, 256, 'B goes on behind contact 17. The contact that', 'mid small'),
  text(610, 274, 'was in A\'s route comes again.', 'mid small'),
  text(190, 256, 'master: elects one leader.', 'mid small')
])

const sync = picture(860, 330, 'The way of a row through a sync run', [
  box(20, 90, 110, 50, 'box', 'rows', 'one by one'),
  box(180, 90, 150, 50, 'ours', 'ledger', 'accepted before?'),
  box(380, 90, 150, 50, 'ours', 'look-up by key', '50 with a request'),
  box(570, 90, 110, 50, 'ours', 'compare', 'field by field'),
  box(740, 90, 105, 50, 'ours', 'write', 'one request'),
  arrow([[130, 115], [180, 115]]),
  arrow([[330, 115], [380, 115]]), text(355, 105, 'no', 'mid small'),
  arrow([[530, 115], [570, 115]]),
  arrow([[680, 115], [740, 115]]), text(709, 105, 'differs', 'mid small'),
  arrow([[255, 140], [255, 200]]), text(265, 176, 'yes', 'small'),
  arrow([[625, 140], [625, 200]]), text(635, 176, 'equal', 'small'),
  box(180, 200, 150, 44, 'good', 'unchanged', '0 requests'),
  box(550, 200, 150, 44, 'good', 'unchanged'),
  arrow([[792, 140], [792, 200]]),
  box(740, 200, 105, 44, 'good', 'created', 'or updated'),
  arrow([[792, 90], [792, 50], [130, 50]]),
  box(20, 28, 110, 44, 'bad', 'rejected'),
  text(430, 42, 'a refused row goes to the endpoint of rejected, and the run goes on', 'mid small'),
  text(20, 290, 'Afterwards: tags for all accepted records, 1,000 with a request; then removal of missing records (refresh only), by id.', 'small'),
  text(20, 310, 'After a kill: run the same input again. The ledger knows what was under way.', 'small')
])

export const pictures = {
  overview,
  packages,
  'settle-time': settleTime,
  'failed-record': failedRecord,
  'push-or-poll': pushOrPoll,
  budget,
  cluster,
  sync
}
